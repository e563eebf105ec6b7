// Served as /sw.js in place of the ordinary worker, this takes the app off every device that still asks for it.
import { retire } from './retire';

declare const self: ServiceWorkerGlobalScope;

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener('activate', (event) => event.waitUntil(retire(self)));
