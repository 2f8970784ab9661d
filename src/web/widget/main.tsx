import { startWidget } from './page/start-widget.tsx';

/** The script that an exchange's page embeds: `<script src="https://desk.example/widget.js" async></script>`. */

const script = (document.currentScript ?? document.querySelector('script[src*="/widget.js"]')) as HTMLScriptElement | null;

// A page that embeds the script twice still has one widget.
if (script && !('Vigil' in window)) startWidget(script);
