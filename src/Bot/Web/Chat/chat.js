// The conversation with script: answers come in parts, sources open beside them, and a server that is away is waited for.
// Without script the same page works as plain forms and links.

const chat = document.getElementById("chat");
const turns = document.getElementById("turns");
const gone = document.getElementById("gone");
const box = document.getElementById("question");
const words = chat.dataset;

const LOOK_EVERY = 5000;
const LOOK_AGAIN = 500;
const SAID_FOR = 4000;

/** What a proxy answers for a bot that is not there. */
const AWAY = [502, 504];

/** How often an answer may break off before that is the answer. */
const MOST_TRIES = 5;

// --- Asking -------------------------------------------------------------------------------------------------------

// What was asked and not answered yet outlives a reload; so does what is being typed.
const waiting = stored("waiting", isListOfQuestions, []);
box.value = box.value || stored("typed", value => typeof value === "string", "");
box.addEventListener("input", () => store("typed", box.value));

for (const form of document.querySelectorAll("form[data-asks]")) {
  form.addEventListener("submit", event => {
    event.preventDefault();
    // No form may hold a NUL.
    const text = (event.submitter?.value || box.value).replaceAll("\0", " ").trim();
    if (!text) return box.focus();
    if (!event.submitter?.value) box.value = "";
    store("typed", box.value);
    ask({ text, request: crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}` });
    // On a phone that would put the keyboard over the answer.
    if (matchMedia("(pointer: fine)").matches) box.focus();
  });
}

box.addEventListener("keydown", event => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  box.form.requestSubmit();
});

let last = Promise.resolve();

function ask(question) {
  if (!waiting.some(other => other.request === question.request)) waiting.push(question);
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

async function answer(question, pending) {
  let shown = pending;
  for (let tries = 1; ; tries++) {
    const response = await send(question);
    // Not reached: tried again for as long as it takes.
    if (!response) tries = 0;
    else if (!response.ok) {
      refuse(question, pending, await response.text());
      break;
    } else try {
      let isWhole = false;
      for await (const part of lines(response.body)) {
        shown = place(part, shown);
        isWhole = part.part === "end";
      }
      if (isWhole) break;
    } catch {
      // Cut off half way, or no answer of the bot's at all.
    }
    // Nothing half is left standing, and the same question is sent again.
    shown.replaceWith(pending);
    shown = pending;
    if (tries === MOST_TRIES) {
      refuse(question, pending, words.failed);
      break;
    }
    pending.querySelector(".said").textContent = words.waiting;
    await untilReached();
  }
  waiting.splice(waiting.findIndex(other => other.request === question.request), 1);
  store("waiting", waiting);
}

/** What the bot answers; null where it was not reached, or only what stands before it. */
async function send({ text, request }) {
  try {
    const response = await fetch("/turns", { method: "POST", body: new URLSearchParams({ question: text, request }) });
    return AWAY.includes(response.status) ? null : response;
  } catch {
    return null;
  }
}

/** Puts a part of an answer where it belongs. */
function place({ part, html }, turn) {
  if (part === "so-far") {
    // What stands of an answer while the rest is written; the answer takes its place.
    const soFar = turn.querySelector(".so-far") ?? turn.appendChild(document.createElement("div"));
    soFar.className = "so-far voices";
    soFar.innerHTML = html;
    follow(turn, false);
    return turn;
  }
  if (part === "beginning") {
    const template = document.createElement("template");
    template.innerHTML = html;
    const begun = template.content.firstElementChild;
    // A reload may have shown it already.
    document.getElementById(begun.id)?.remove();
    turn.replaceWith(begun);
    turn = begun;
  } else {
    turn.querySelector(part === "voice" ? ".voices" : ".answer").insertAdjacentHTML("beforeend", html);
  }
  prepare(turn);
  follow(turn, false);
  return turn;
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

function refuse(question, turn, why) {
  const said = turn.querySelector(".said");
  said.setAttribute("role", "alert");
  said.classList.add("notice");
  said.textContent = why || words.failed;
  if (!box.value) box.value = question.text;
}

// What leads to another page waits for the server; and no conversation takes along what waited for the one before.
for (const form of document.querySelectorAll("form:not([data-asks]):not([data-votes])")) {
  form.addEventListener("submit", async event => {
    if (event.submitter?.dataset.reached) return;
    event.preventDefault();
    if (!await look()) return;
    if (form.action.includes("/conversations")) store("waiting", []);
    event.submitter.dataset.reached = "yes";
    form.requestSubmit(event.submitter);
  });
}

// --- The server, there or away ------------------------------------------------------------------------------------

async function isReached() {
  try {
    return (await fetch("/up", { cache: "no-store", signal: AbortSignal.timeout(LOOK_EVERY) })).ok;
  } catch {
    return false;
  }
}

async function look() {
  const reached = await isReached();
  // A status that is set, unlike one that is shown, is read out.
  gone.textContent = reached ? "" : words.gone;
  return reached;
}

async function untilReached() {
  do await new Promise(resolve => setTimeout(resolve, LOOK_AGAIN));
  while (!await look());
}

setInterval(() => document.visibilityState === "visible" && look(), LOOK_EVERY);
document.addEventListener("visibilitychange", look);
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
    setTimeout(() => said.textContent = "", SAID_FOR);
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
    said.textContent = await look() ? words.failed : words.gone;
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
  document.querySelector("a.open")?.classList.remove("open");
  link.classList.add("open");
  cameFrom = link;
  await fill(link.href);
  if (!panel.open) {
    wide.matches ? panel.show() : panel.showModal();
    // The way back closes it, as people with a phone expect.
    history.pushState("panel", "");
  }
  document.documentElement.classList.add("beside");
  panelBody.scrollTop = 0;
  document.getElementById("cited")?.scrollIntoView({ block: "center" });
  document.getElementById("panel-title").focus({ preventScroll: true });
}

/** Puts a document, or what is said instead of it, into the panel. */
async function fill(address) {
  const wanted = document.getElementById("panel-page");
  wanted.href = address;
  try {
    const response = await fetch(address, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    // Another was asked for meanwhile.
    if (wanted.href !== address) return;
    panelBody.replaceChildren(...(page.getElementById("document") ?? page.querySelector("main")).childNodes);
  } catch {
    panelBody.replaceChildren(await look() ? words.failed : words.gone);
  }
}

panelBody.addEventListener("click", async event => {
  const link = event.target.closest("a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (link.getAttribute("href").startsWith("#")) {
    event.preventDefault();
  } else if (link.pathname === "/document") {
    // From one part of a long document to the next.
    event.preventDefault();
    await fill(link.href);
    panelBody.scrollTop = 0;
  }
});

document.getElementById("panel-close").addEventListener("click", () => panel.close());
panel.addEventListener("close", () => {
  document.documentElement.classList.remove("beside");
  cameFrom?.classList.remove("open");
  if (cameFrom?.isConnected) cameFrom.focus();
  if (history.state === "panel") history.back();
});
addEventListener("popstate", () => panel.close());
// A panel beside the conversation, unlike one over it, does not close by itself.
addEventListener("keydown", event => {
  if (event.key === "Escape" && panel.open) panel.close();
});

// --- At the start -------------------------------------------------------------------------------------------------

function stored(key, isFit, otherwise) {
  try {
    const value = JSON.parse(sessionStorage.getItem(key));
    return isFit(value) ? value : otherwise;
  } catch {
    return otherwise;
  }
}

function isListOfQuestions(value) {
  return Array.isArray(value) && value.every(question => typeof question?.text === "string" && typeof question.request === "string");
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
