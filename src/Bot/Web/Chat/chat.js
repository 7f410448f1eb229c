// The conversation with script: answers come in parts, sources open beside them, and a server that is away is waited for.
// Without script the same page works as plain forms and links.

const chat = document.getElementById("chat");
const turns = document.getElementById("turns");
const gone = document.getElementById("gone");
const box = document.getElementById("question");
const words = chat.dataset;

const LOOK_EVERY = 3000;
const LOOK_AGAIN = 500;

// --- Asking -------------------------------------------------------------------------------------------------------

// What was asked and not answered yet outlives a reload; so does what is being typed.
const waiting = stored("waiting", []);
box.value = box.value || stored("typed", "");
box.addEventListener("input", () => store("typed", box.value));

for (const form of document.querySelectorAll("form[data-asks]")) {
  form.addEventListener("submit", event => {
    event.preventDefault();
    // No form may hold a NUL.
    const text = (event.submitter?.value || box.value).replaceAll("\0", " ").trim();
    if (!text) return box.focus();
    if (!event.submitter?.value) box.value = "";
    store("typed", box.value);
    ask({ text, name: crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}` });
    box.focus();
  });
}

box.addEventListener("keydown", event => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  box.form.requestSubmit();
});

let last = Promise.resolve();

function ask(question) {
  if (!waiting.some(other => other.name === question.name)) waiting.push(question);
  store("waiting", waiting);
  const shown = show(question);
  // One after the other: a question may lean on the answer before it.
  last = last.then(() => answer(question, shown));
}

/** The question at once, before anything is heard from the server. */
function show({ text }) {
  document.getElementById("empty")?.remove();
  document.getElementById("after").hidden = false;
  const turn = document.createElement("li");
  turn.className = "turn pending";
  const asked = document.createElement("p");
  asked.className = "question";
  asked.dir = "auto";
  asked.textContent = text;
  const said = document.createElement("p");
  said.className = "said";
  said.setAttribute("role", "status");
  said.textContent = "…";
  turn.append(asked, said);
  turns.append(turn);
  follow(turn);
  return turn;
}

let followedTo = null;

/** Keeps what was asked at the top while its answer comes, until the reader scrolls away. */
function follow(turn, isNew = true) {
  if (!isNew && followedTo !== scrollY) return;
  turn.scrollIntoView({ block: "start" });
  followedTo = scrollY;
}

async function answer(question, turn) {
  const said = turn.querySelector(".said");
  for (;;) {
    try {
      const body = new URLSearchParams({ question: question.text, asked: question.name });
      const response = await fetch("/turns", { method: "POST", body });
      if (response.ok) await receive(response, turn);
      else refuse(question, turn, await response.text());
      break;
    } catch {
      // Not reached, or cut off half way: nothing half is left standing, and the same question is sent again.
      turn = restart(turn, said);
      said.textContent = words.waiting;
      await untilReached();
    }
  }
  waiting.splice(waiting.findIndex(other => other.name === question.name), 1);
  store("waiting", waiting);
}

/** Puts the parts of an answer where they belong as they come; throws where the end does not come. */
async function receive(response, pending) {
  let turn = pending;
  for await (const { part, html } of lines(response.body)) {
    if (part === "beginning") {
      turn.outerHTML = html;
      turn = turns.lastElementChild;
    } else if (part === "voice") {
      turn.querySelector(".voices").insertAdjacentHTML("beforeend", html);
    } else if (part === "end") {
      turn.querySelector(".answer").insertAdjacentHTML("beforeend", html);
      prepare(turn);
      follow(turn, false);
      return;
    }
    follow(turn, false);
  }
  throw new Error("The answer was cut off.");
}

async function* lines(stream) {
  let rest = "";
  for await (const text of chunks(stream)) {
    const whole = (rest + text).split("\n");
    rest = whole.pop();
    for (const line of whole) yield JSON.parse(line);
  }
}

async function* chunks(stream) {
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

function restart(turn, said) {
  const now = turn.isConnected ? turn : turns.lastElementChild;
  now.className = "turn pending";
  now.querySelector(".answer")?.remove();
  if (!said.isConnected) now.append(said);
  return now;
}

function refuse(question, turn, why) {
  const said = turn.querySelector(".said");
  said.setAttribute("role", "alert");
  said.classList.add("notice");
  said.textContent = why || words.failed;
  if (!box.value) box.value = question.text;
}

// --- The server, there or away ------------------------------------------------------------------------------------

async function isReached() {
  try {
    await fetch("/health", { cache: "no-store", signal: AbortSignal.timeout(LOOK_EVERY) });
    return true;
  } catch {
    return false;
  }
}

async function look() {
  gone.hidden = await isReached();
  return gone.hidden;
}

async function untilReached() {
  while (!await look()) await new Promise(resolve => setTimeout(resolve, LOOK_AGAIN));
}

setInterval(() => document.visibilityState === "visible" && look(), LOOK_EVERY);
addEventListener("online", look);
addEventListener("offline", look);

// --- What can be done with an answer ------------------------------------------------------------------------------

function prepare(within) {
  // Copying needs a page that the browser trusts; elsewhere the button stays hidden.
  if (navigator.clipboard) for (const button of within.querySelectorAll("[data-copy]")) button.hidden = false;
}

turns.addEventListener("click", async event => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const said = button.parentElement.querySelector(".said");
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
    said.textContent = words.copied;
  } catch {
    said.textContent = words.failed;
  }
});

turns.addEventListener("submit", async event => {
  if (!event.target.matches("[data-votes]")) return;
  event.preventDefault();
  const form = event.target;
  const said = form.parentElement.querySelector(".said");
  try {
    // Done is a way back to the page, which is not followed.
    const response = await fetch(form.action, { method: "POST", redirect: "manual", body: new URLSearchParams({ vote: event.submitter.value }) });
    if (response.type !== "opaqueredirect") {
      said.textContent = await response.text();
      return;
    }
    for (const button of form.elements) button.setAttribute("aria-pressed", String(button === event.submitter));
    said.textContent = "";
  } catch {
    said.textContent = words.failed;
    look();
  }
});

// --- The source beside the answer ---------------------------------------------------------------------------------

const panel = document.getElementById("panel");
const panelBody = document.getElementById("panel-body");
const wide = matchMedia("(min-width: 75rem)");
let cameFrom = null;

turns.addEventListener("click", event => {
  const link = event.target.closest("a.cite, .sources a.title");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  openSource(link);
});

async function openSource(link) {
  try {
    const response = await fetch(link.href, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const source = page.getElementById("document") ?? page.querySelector("main");
    panelBody.replaceChildren(...source.childNodes);
  } catch {
    await look();
    return;
  }
  document.querySelector(".cite.open")?.classList.remove("open");
  link.classList.add("open");
  cameFrom = link;
  document.getElementById("panel-page").href = link.href;
  if (!panel.open) wide.matches ? panel.show() : panel.showModal();
  document.documentElement.classList.add("beside");
  const cited = document.getElementById("cited");
  panelBody.scrollTop = 0;
  cited?.scrollIntoView({ block: "center" });
  document.getElementById("panel-title").focus({ preventScroll: true });
}

panelBody.addEventListener("click", event => {
  // Links between sentences and pages of the document stay in the panel.
  const link = event.target.closest("a[href^='/document']");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  openSource(link);
});

document.getElementById("panel-close").addEventListener("click", () => panel.close());
panel.addEventListener("close", () => {
  document.documentElement.classList.remove("beside");
  cameFrom?.classList.remove("open");
  if (cameFrom?.isConnected) cameFrom.focus();
});
// A panel beside the conversation, unlike one over it, does not close by itself.
addEventListener("keydown", event => {
  if (event.key === "Escape" && panel.open) panel.close();
});

// --- At the start -------------------------------------------------------------------------------------------------

function stored(key, otherwise) {
  try {
    return JSON.parse(sessionStorage.getItem(key)) ?? otherwise;
  } catch {
    return otherwise;
  }
}

function store(key, value) {
  try {
    sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // A browser that stores nothing forgets what was typed at a reload, and no more.
  }
}

prepare(turns);
if (!location.hash) turns.lastElementChild?.scrollIntoView({ block: "start" });
for (const question of [...waiting]) ask(question);
