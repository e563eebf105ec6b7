package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// part is something the program is made of.
type part struct {
	name, version, licence string
	notes                  []string // whose it is, where it comes from
	texts                  []string // its licence and notices, as they came with it
}

// title names a part in one line, by which a test finds it again.
func (p part) title() string {
	if p.version == "" {
		return p.name + " (" + p.licence + ")"
	}
	return p.name + " " + p.version + " (" + p.licence + ")"
}

// chapter is one kind of parts.
type chapter struct {
	title string
	parts []part
}

const introduction = `Michishirube: licences of what it is made of
このアプリが使っているソフトウェア、文字、データと、それぞれの使用条件です。

A text that several parts share stands once, at the end, under the number given beside each of them.
`

// list gives the whole text for the project at root.
func list(root string) (string, error) {
	var chapters []chapter
	for _, one := range []struct {
		title string
		parts func(root string) ([]part, error)
	}{
		{"Go modules in the program", modules}, {"npm packages in the app", packages}, {"Fonts for paper", fonts}, {"Data", data},
	} {
		parts, err := one.parts(root)
		if err != nil {
			return "", fmt.Errorf("%s: %w", one.title, err)
		}
		slices.SortFunc(parts, func(a, b part) int { return cmp.Compare(a.name, b.name) })
		chapters = append(chapters, chapter{one.title, parts})
	}
	return write(chapters), nil
}

// write gives each text once, with a number.
func write(chapters []chapter) string {
	var head, texts strings.Builder
	head.WriteString(introduction)
	numbers := map[string]int{}
	for _, c := range chapters {
		fmt.Fprintf(&head, "\n\n%s\n%s\n", c.title, strings.Repeat("=", len(c.title)))
		for _, p := range c.parts {
			fmt.Fprintf(&head, "\n- %s", p.title())
			for _, text := range p.texts {
				text = tidy(text)
				if numbers[text] == 0 {
					numbers[text] = len(numbers) + 1
					fmt.Fprintf(&texts, "\n\n[%d]\n%s\n\n%s\n", numbers[text], strings.Repeat("-", 80), text)
				}
				fmt.Fprintf(&head, " [%d]", numbers[text])
			}
			for _, note := range p.notes {
				fmt.Fprintf(&head, "\n  %s", note)
			}
		}
	}
	return head.String() + "\n\n\nTexts\n=====" + texts.String()
}

// tidy makes texts that differ in their line ends and outer blank lines one.
func tidy(text string) string {
	lines := strings.Split(strings.ReplaceAll(strings.TrimPrefix(text, "\ufeff"), "\r\n", "\n"), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " \t\f")
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n")
}
