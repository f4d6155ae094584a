// What script adds. Every page works without it.
(function () {
  "use strict";

  document.documentElement.classList.add("js");

  // A form is sent once: its buttons rest until the answer comes, or the page is come back to.
  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (!form.hasAttribute("data-once") || event.defaultPrevented) return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "1";
    form.querySelectorAll("button").forEach(function (button) { button.setAttribute("aria-disabled", "true"); });
  });
  window.addEventListener("pageshow", function () {
    document.querySelectorAll("form[data-once]").forEach(function (form) {
      delete form.dataset.sent;
      form.querySelectorAll("button").forEach(function (button) { button.removeAttribute("aria-disabled"); });
    });
  });

  // The union is switched by choosing it.
  document.addEventListener("change", function (event) {
    if (event.target.matches("select[data-send]")) event.target.form.requestSubmit();
  });

  document.addEventListener("click", function (event) {
    if (event.target.closest("[data-print]")) window.print();
  });

  // On a phone the list comes first and filters wait until asked for.
  var filters = document.querySelector(".filters:not(.used)");
  if (filters && matchMedia("(max-width: 40em)").matches) filters.open = false;

  // Where to begin: at what is wrong, else at the first field of a form.
  var wrong = document.getElementById("errors");
  var first = document.querySelector("form[data-once] .field input:not([type=hidden]), form[data-once] .field select, form[data-once] .field textarea");
  if (wrong) wrong.focus();
  else if (first && !first.matches("[type=file], [type=radio], [type=checkbox]") && matchMedia("(min-width: 60em)").matches) first.focus();

  // A file may be dropped anywhere on its field.
  document.querySelectorAll(".field input[type=file]").forEach(function (input) {
    var field = input.closest(".field");
    field.classList.add("drop");
    field.addEventListener("dragover", function (event) { event.preventDefault(); field.classList.add("over"); });
    field.addEventListener("dragleave", function () { field.classList.remove("over"); });
    field.addEventListener("drop", function (event) {
      event.preventDefault();
      field.classList.remove("over");
      if (event.dataTransfer.files.length) input.files = event.dataTransfer.files;
    });
  });
})();
