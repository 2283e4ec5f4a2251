import { render } from "preact";
import { App } from "./app.tsx";
import { setLang } from "./language.ts";
import { keepUp } from "./session/keep-up.ts";
import { browserNotifier } from "./session/night-alert.ts";
import { createSession, openingLang } from "./session/session.ts";

setLang(openingLang(localStorage));
const session = createSession((input, init) => fetch(input, init), localStorage, browserNotifier(window));
const place = document.getElementById("page");
if (place !== null) render(<App session={session} />, place);
keepUp(window, session.look, Date.now, () => session.alert.get() === "on");
void session.refresh();
