// The code of a slip stands behind the # of the address: put it into the box and take it out of the address bar at once.
(function () {
  "use strict";
  var code = location.hash.slice(1);
  if (!code) return;
  history.replaceState(null, "", location.pathname);
  document.getElementById("code").value = code;
})();
