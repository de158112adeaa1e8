/**
 * A few lines beside pages that work without them: the code and the count renew themselves, a form says what the device's
 * own clock shows, and a button is pressed once.
 */
export const FIELD_SCRIPT = `(function () {
  document.addEventListener('submit', function (event) {
    var form = event.target
    var at = form.querySelector('input[name="at"]')
    if (at) at.value = String(Date.now())
    var button = form.querySelector('button[type="submit"]')
    if (button) setTimeout(function () { button.disabled = true }, 0)
  })
  window.addEventListener('pageshow', function () {
    document.querySelectorAll('button[disabled][type="submit"]').forEach(function (button) {
      if (!button.hasAttribute('data-off')) button.disabled = false
    })
  })
  var live = document.getElementById('live')
  if (!live) return
  var failures = 0
  function renew() {
    if (document.hidden) return
    fetch(live.getAttribute('data-renew'), { credentials: 'same-origin' })
      .then(function (answer) {
        if (answer.status === 205) return location.reload()
        if (!answer.ok) throw new Error(String(answer.status))
        return answer.text().then(function (html) {
          failures = 0
          live.innerHTML = html
          live.removeAttribute('data-stale')
        })
      })
      .catch(function () {
        failures += 1
        if (failures > 3) live.setAttribute('data-stale', '1')
      })
  }
  setInterval(renew, 3000)
  document.addEventListener('visibilitychange', renew)
})()
`
