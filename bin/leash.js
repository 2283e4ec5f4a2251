// Preloaded into a child of bin/node.js: when the parent is gone, the channel closes and the child ends too.
import { keepCompiled } from "./compile-cache.js";

keepCompiled();
if (process.channel !== undefined) {
  process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
  process.channel.unref();
}
