// The counselor's words by message ID, as plain text. They come with the release, so a component that shows them follows
// a new one by itself.
import { plain } from './terms';
import { type ArgsIn, has, missing, ours } from './words';

export { type Args, type ArgsIn, has, readings, setText } from './words';

/** A message with its placeholders filled. */
export function t(id: string, args?: ArgsIn): string {
  return maybe(id, args) ?? missing(id);
}

/** A message that need not be there. */
export function maybe(id: string, args?: ArgsIn): string | null {
  const said = ours(id, args);
  return said && plain(said.text, said.lang);
}

/** The message of a field of a step in the variant of the day; what the variant does not change is the step's own. */
export function stepMessage(step: string, variant: string | undefined, field: string): string | null {
  const ids = [...(variant ? [`step.${step}.${variant}.${field}`] : []), `step.${step}.${field}`];
  return ids.find((id) => has(id)) ?? null;
}

/** The words of a field of a step. */
export function stepText(step: string, variant: string | undefined, field: string): string | null {
  const id = stepMessage(step, variant, field);
  return id && maybe(id);
}
