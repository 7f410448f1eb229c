// A file dropped anywhere on the page, or chosen, is tried at once.

const form = document.getElementById("trial");
const files = document.getElementById("files");
const said = document.getElementById("trial-said");
const root = document.documentElement;

// The button is for pages without script.
form.querySelector("button").hidden = true;
files.addEventListener("change", send);

addEventListener("dragover", event => {
  if (!event.dataTransfer.types.includes("Files")) return;
  event.preventDefault();
  root.classList.add("dropping");
});
addEventListener("dragleave", event => {
  if (!event.relatedTarget) root.classList.remove("dropping");
});
addEventListener("drop", event => {
  root.classList.remove("dropping");
  if (!event.dataTransfer.files.length) return;
  event.preventDefault();
  files.files = event.dataTransfer.files;
  send();
});

/** What is far too large is not sent at all: the server would cut it off without a word. */
function send() {
  if (!files.files.length) return;
  const tooLarge = [...files.files].filter(file => file.size > Number(files.dataset.most));
  said.hidden = tooLarge.length === 0;
  said.textContent = `${tooLarge.map(file => file.name).join(", ")}: ${files.dataset.tooLarge}`;
  if (said.hidden) form.requestSubmit();
}
