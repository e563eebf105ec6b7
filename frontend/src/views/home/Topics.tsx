import { useState } from 'preact/hooks';
import { topics } from '../../app/draft';
import { begin } from '../../app/flow';
import { consultation } from '../../consultation/consultation';
import { choose } from '../../engine/choose';
import { Ruby } from '../../parts/Ruby';
import { ScreenHeading } from '../../parts/ScreenHeading';
import { T } from '../../parts/T';
import { t } from '../../text/text';
import { TopicPicture } from './TopicPicture';

const FIRST = 'topic-full';

/** Why she is here: several may be chosen, one must. */
export function Topics() {
  const [failed, setFailed] = useState(false);
  const fact = consultation.guide.value?.facts.find(({ id }) => id === 'topic');
  if (!fact) return null;
  return (
    <form
      class="topics"
      autoComplete="off"
      onSubmit={(e) => {
        e.preventDefault();
        if (topics.value.length === 0) {
          setFailed(true);
          document.getElementById(FIRST)?.focus();
          return;
        }
        begin(topics.value);
        topics.value = [];
      }}
    >
      <fieldset>
        <legend class="topics__legend">
          <ScreenHeading of="home">
            <T id="ui.home.topics" />
          </ScreenHeading>
          <span class="topics__note">
            <T id="ui.home.topics_note" />
          </span>
        </legend>
        {failed && topics.value.length === 0 && (
          <p class="field__error" role="alert">
            <T id="ui.home.topics_error" />
          </p>
        )}
        <div class="topics__grid">
          {fact.options.map((id) => (
            <div key={id} class="topic">
              <input
                id={`topic-${id}`}
                class="topic__input"
                type="checkbox"
                autoComplete="off"
                checked={topics.value.includes(id)}
                onChange={() => {
                  topics.value = choose(fact, topics.value, id);
                }}
              />
              <TopicPicture id={id} />
              <label class="topic__label" for={`topic-${id}`}>
                <Ruby text={t(`ui.topic.${id}`)} />
              </label>
            </div>
          ))}
        </div>
      </fieldset>
      <div class="actions" data-place="bar">
        <button type="submit" class="button" data-kind="primary">
          <T id="ui.home.start" />
          {topics.value.length > 0 && (
            <span class="button__note">
              <T id="ui.home.start_count" args={{ count: topics.value.length }} />
            </span>
          )}
        </button>
      </div>
    </form>
  );
}
