package content

// base is a tiny guidance without a fault, with one of everything.
func base() map[string]string {
	return map[string]string{
		guideFile: "covers_from: 2024-12-02\nreviewed_on: 2026-11-22\n",
		factsFile: `facts:
  - {id: danger, certain: true, in_danger: true, options: [now, not_now]}
  - {id: topic, certain: true, many: true, options: [full, visit, papers]}
  - {id: insurance, topics: [visit, papers], options: [own, none]}
  - {id: flags, topics: [visit], options: [none, self_info]}
  - {id: card, topics: [visit], when: {rule: insured}, options: [with_her, lost]}
  - {id: proof, many: true, topics: [papers], when: {not: {rule: insured}}, options: [center, none]}
`,
		rulesFile: `rules:
  not_in_danger: {fact: danger, is: not_now}
  insured: {fact: insurance, in: [own, dont_know]}
`,
		stepsFile: `steps:
  - id: call_110
    in_danger: true
    kind: do
    urgency: now
    when: {fact: danger, is: now}
    cites: [page]
    desks: [police]
    review_by: 2027-03-31
  - id: ask_certificate
    kind: ask_insurer
    urgency: today
    when: {rule: insured}
    periods:
      - {from: 2024-12-02, until: 2025-12-01, variant: before}
      - {from: 2025-12-02, variant: after}
    cites: ["notice#1", story]
    desks: [insurer]
    review_by: 2027-03-31
  - id: join
    kind: warn
    urgency: soon
    when: {fact: insurance, is: none}
    cites: [page]
    desks: [center]
    review_by: 2027-03-31
  - id: stop_card
    kind: do
    urgency: now
    when: {fact: card, in: [lost, dont_know]}
    cites: [page]
    desks: [center]
    review_by: 2027-03-31
  - id: keep_card
    kind: explain
    urgency: soon
    when: {fact: card, is: with_her}
    cites: [page]
    review_by: 2027-03-31
  - id: ask_flag
    kind: ask_insurer
    urgency: soon
    when: {fact: flags, is: dont_know}
    cites: ["notice#2"]
    desks: [insurer]
    review_by: 2027-03-31
  - id: get_paper
    kind: do
    urgency: soon
    when: {fact: proof, in: [none, dont_know]}
    cites: [page]
    desks: [center]
    review_by: 2027-03-31
  - id: paper_home_safe
    kind: ask_her
    urgency: today
    when: {rule: not_in_danger}
    cites: [page]
    desks: [center]
    review_by: 2027-03-31
`,
		routesFile: `routes:
  - {id: own, when: {fact: insurance, is: own}, cites: [page]}
  - {id: unknown, when: {fact: insurance, in: [none, dont_know]}, desks: [center], cites: [page]}
`,
		desksFile: `desks:
  - {id: police, helpline: police_110}
  - {id: insurer, by_route: true}
  - {id: center}
`,
		sourcesFile: `read_on: 2026-11-22
sources:
  - {id: notice, title: 事務連絡, confidence: notice, issued: 2024-11-25}
  - {id: page, title: ページ, confidence: official}
  - {id: story, title: 手記, confidence: community}
`,
		accessibilityFile: everythingPasses(),
		exclusiveFile: `never_together:
  - [ask_certificate, join]
  - [stop_card, keep_card]
exactly_one:
  - {id: card, when: {all: [{rule: insured}, {fact: topic, in: [full, visit]}]}, steps: [stop_card, keep_card]}
`,
		explainFile: `explain:
  - id: two_flags
    rows:
      - {id: myna, self_info: "no", non_disclosure: "yes", cites: ["notice#1"]}
    sections:
      - {id: what, cites: [page]}
      - {id: until_2025, until: 2025-12-01, cites: [story]}
`,
		timelineFile: `timeline:
  - id: old_card
    periods:
      - {from: 2024-12-02, until: 2025-12-01, mark: "yes", variant: usable, cites: [page]}
      - {from: 2025-12-02, mark: "no", variant: ended, cites: [page]}
`,
		checklistsFile: `checklists:
  - id: delivery
    items:
      - {id: address, cites: [story]}
`,
		forbiddenFile: `words:
  - {word: きっと, why: 約束しない, allow: [きっとそらのいろ], except: [checklist.]}
  - {word: にげ, why: 見える, only: [ui.home.]}
`,
		readingsFile: "readings:\n  保険: ほけん\n  受け取る: うけとる\n",
		languagesFile: `languages:
  - {tag: ja, name: 日本語}
  - {tag: ko, name: 한국어}
  - {tag: en, name: English, signed_by: 見本の団体, signed_on: 2026-11-22}
`,
		glossaryFile: `terms:
  - {id: mark, term: しるし, reading: しるし, romaji: shirushi}
`,
		neutralFile: `words:
  ja: [にげ]
  ko: [도망]
  en: [flee]
`,
		leafletsFile: `leaflets:
  - id: paper
    audience: client
    version: "2026-11-22"
    review_by: 2027-01-31
    formats: [a4, a5]
    blocks:
      - {id: what, kind: text, cites: [page]}
      - {id: order, kind: steps, from: 2025-12-02, cites: ["notice#1"]}
      - {id: flags, kind: compare, rows: [card], cites: [page]}
      - {id: note, kind: boxes, fields: [desk]}
      - {id: calls, kind: lines, helplines: [police_110]}
      - {id: more, kind: link}
  - id: neutral_card
    audience: client
    version: "2026-11-22"
    review_by: 2027-01-31
    formats: [card]
    neutral: true
    blocks:
      - {id: calls, kind: lines, helplines: [police_110]}
  - id: staff
    audience: staff
    version: "2026-11-22"
    review_by: 2027-01-31
    formats: [a4]
    blocks:
      - {id: what, kind: text, cites: [page]}
`,
		localFile:    "local:\n  - {id: window, kind: window, desk: center, steps: [join]}\n  - {id: auto, kind: choice, options: [both, separate], leaflets: [paper]}\n  - {id: extra, kind: text, longest: 10, leaflets: [all]}\n",
		practiceFile: "practice:\n  - {id: first, case: practised, steps: [ask_certificate]}\n",
		changesFile:  "changes:\n  - {id: second, on: 2026-11-22}\n  - {id: first, on: 2026-11-01}\n",
		pagesFile:    "pages:\n  paper: {a4: {ja: 2}}\n",
		helplinesFile: `helplines:
  - {id: police_110, number: "110"}
`,
		"cases/base.yaml": `cases:
  - id: insured
    title: 保険がある
    source: facts 1
    on: 2026-11-22
    answers: {danger: not_now, topic: visit, insurance: own}
    expect: [ask_certificate, paper_home_safe]
    absent: [join]
    only: true
    next: flags
  - id: practised
    title: 練習の手本
    source: facts 1
    on: 2026-11-22
    answers: {danger: not_now, topic: visit, insurance: own}
    expect: [ask_certificate]
`,
		"facts.ja.toml":    baseFacts,
		"steps.ja.toml":    baseSteps,
		"around.ja.toml":   baseAround,
		"around.ko.toml":   "[ui.facing]\ncount = \"{{.n}}\"\n",
		"frontend.ja.toml": "[ui.facing]\ncount = \"{{.n}}\"\nhello = \"しるしです。\"\n",
		"leaflets.ja.toml": baseLeaflets,
		"leaflets.ko.toml": baseLeafletsKo,
	}
}
