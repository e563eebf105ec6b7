import { createNavigator } from '../consultation/history';

/** What can be turned to the client: a question, a step's words, or a page of explanation. */
export type Subject =
  | { readonly kind: 'fact'; readonly id: string }
  | { readonly kind: 'step'; readonly id: string }
  | { readonly kind: 'page'; readonly id: string };

/** What the first part of the script can show. */
export type FirstScreen =
  | { readonly name: 'home' }
  | { readonly name: 'ask'; readonly fact: string }
  | { readonly name: 'result' }
  | { readonly name: 'page'; readonly id: string }
  | { readonly name: 'helplines' }
  | { readonly name: 'facing'; readonly subject: Subject };

/** How far a leaflet is on its way to the printer. */
export type LeafletStep = 'choose' | 'home' | 'none' | 'print';

/** What the second part shows, which comes a moment after the start. */
export type LaterScreen =
  | { readonly name: 'checklists' }
  | { readonly name: 'checklist'; readonly id: string }
  | { readonly name: 'lookup'; readonly scope?: string | undefined }
  | { readonly name: 'contact'; readonly id: string; readonly scope?: string | undefined }
  | { readonly name: 'report'; readonly id: string }
  | { readonly name: 'route'; readonly id: string }
  | { readonly name: 'leaflets' }
  | { readonly name: 'leaflet'; readonly step: LeafletStep }
  | { readonly name: 'about' }
  | { readonly name: 'region' }
  | { readonly name: 'changes' }
  | { readonly name: 'practice' }
  | { readonly name: 'review' };

/** Everything that can fill the main area. It lives in memory; the URL never tells. */
export type Screen = FirstScreen | LaterScreen;

/** The stack of screens of this tab. */
export const nav = createNavigator<Screen>({ name: 'home' });
