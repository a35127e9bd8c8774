import "@fontsource/source-sans-3/latin-400.css";
import "@fontsource/source-sans-3/latin-600.css";
import "@fontsource/source-sans-3/latin-ext-400.css";
import "@fontsource/source-sans-3/latin-ext-600.css";
import "@navikt/ds-css/dist/index.css";
import "../style.css";
import "./start.css";
import { createRoot } from "react-dom/client";
import { StartApp } from "./StartApp";

createRoot(document.getElementById("root")!).render(<StartApp />);
