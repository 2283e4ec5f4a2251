// Commits as the API does, for strace: node commits.ts FOLDER COUNT
import { openStore } from "../../api/store/index.ts";
import { addUpload } from "./store.ts";

const [folder = "", count = "0"] = process.argv.slice(2);
const store = await openStore(folder);
for (let k = 0; k < Number(count); k++) await addUpload(store, `file ${k}`);
await store.close();
