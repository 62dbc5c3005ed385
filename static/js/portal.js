// The portal works without this: reading aloud, printing, and a form that is sent once.
(() => {
  "use strict";
  const speech = window.speechSynthesis;
  for (const button of document.querySelectorAll("[data-read-aloud]")) {
    if (!speech) break;
    button.hidden = false;
    button.addEventListener("click", () => {
      if (speech.speaking) return speech.cancel();
      const words = new SpeechSynthesisUtterance(document.getElementById("main").innerText);
      words.lang = "zh-CN";
      words.rate = 0.9;
      speech.speak(words);
    });
  }
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
  for (const form of document.querySelectorAll("form[data-once]")) {
    form.addEventListener("submit", (event) => {
      if (form.dataset.sent) return event.preventDefault();
      form.dataset.sent = "yes";
      // A lost answer: after a while the same form may be sent again, and is the same filing.
      setTimeout(() => delete form.dataset.sent, 10000);
    });
  }
})();
