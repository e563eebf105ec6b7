// Command bundletypes prints the TypeScript types of a blob of the device bundle, read off the Go structs by reflection,
// so that the two sides cannot drift apart: go generate ./server/..., then `git diff --exit-code`.
package main

import (
	"flag"
	"fmt"
	"os"
	"reflect"
	"strings"

	"michishirube/server/content"
	"michishirube/server/directory"
	"michishirube/server/editorial"
)

const contentHeader = `// Generated from server/content by go generate. Do not edit.

/** A condition on answers: exactly one of seven forms. */
export type Pred =
  | { all: Pred[] }
  | { any: Pred[] }
  | { not: Pred }
  | { rule: string }
  | { fact: string; is: string }
  | { fact: string; in: string[] }
  | { fact: string; has: string };

export type Kind = 'explain' | 'do' | 'ask_insurer' | 'warn' | 'refer' | 'ask_her';
export type Urgency = 'now' | 'today' | 'soon';
export type Confidence = 'notice' | 'official' | 'secondary' | 'community';

/** A mark that carries a shape and a word, never a colour alone. */
export type Mark = 'yes' | 'no' | 'partial' | 'arrives' | 'ordinary' | 'info';
`

func main() {
	out := flag.String("out", "", "file to write; standard output when empty")
	root := flag.String("root", "content", "package to read: content, directory or region")
	flag.Parse()
	var text string
	switch *root {
	case "content":
		text = contentHeader + declarations(content.Guide{}, reflect.TypeFor[content.Pred]()) + declarations(content.TextBundle{}) + leafletWords() + declarations(content.LeafletBundle{}, reflect.TypeFor[content.Cite]())
	case "region":
		text = "// Generated from server/editorial by go generate. Do not edit.\n" + declarations(editorial.Bundle{})
	case "directory":
		text = directoryHeader() + declarations(directory.Directory{}) + declarations(directory.HelplineBundle{})
	default:
		fmt.Fprintf(os.Stderr, "bundletypes: no package %q: want content, directory or region\n", *root)
		os.Exit(2)
	}
	if *out == "" {
		fmt.Print(text)
		return
	}
	if err := os.WriteFile(*out, []byte(text), 0o644); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// leafletWords declares the closed sets of the leaflets.
func leafletWords() string {
	return "\n/** Who a leaflet is for. */\n" + union("Audience", content.LeafletAudiences()) +
		"\n/** What a leaflet can be printed on. */\n" + union("Format", content.LeafletFormats()) +
		"\n/** What a region's own words can be. */\n" + union("LocalKind", content.LocalKinds()) +
		"\n/** How a success criterion can be met. */\n" + union("Met", content.Results()) +
		"\n/** What a part of a leaflet can be. */\n" + union("LeafletBlockKind", content.LeafletBlockKinds())
}

// directoryHeader declares the closed sets of words, which reflection does not show.
func directoryHeader() string {
	return "// Generated from server/directory by go generate. Do not edit.\n\n" +
		"/** What a contact is. */\n" + union("Kind", directory.Kinds()) +
		"\n/** Who picks up. */\n" + union("PhoneLabel", directory.PhoneLabels()) +
		"\n/** How much a phone of a contact weighs. */\n" + union("PhoneStatus", directory.PhoneStatuses()) +
		"\n/** How much a national line weighs. */\n" + union("HelplineStatus", directory.Statuses()) +
		"\n/** When a national line is wanted. */\n" + union("HelplineGroup", directory.Groups())
}

// union declares a type of the given words, one a line when they do not fit beside each other.
func union[W ~string](name string, words []W) string {
	quoted := make([]string, len(words))
	for i, w := range words {
		quoted[i] = "'" + string(w) + "'"
	}
	line := fmt.Sprintf("export type %s = %s;\n", name, strings.Join(quoted, " | "))
	if len(line) <= lineWidth {
		return line
	}
	return fmt.Sprintf("export type %s =\n  | %s;\n", name, strings.Join(quoted, "\n  | "))
}

// lineWidth is where the formatter of the frontend breaks lines.
const lineWidth = 120

// declarations writes the interface of root and of all it holds, but for those declared by hand.
func declarations(root any, known ...reflect.Type) string {
	g := generator{seen: map[reflect.Type]bool{}}
	for _, t := range known {
		g.seen[t] = true
	}
	g.declare(reflect.TypeOf(root))
	return g.text.String()
}

type generator struct {
	seen map[reflect.Type]bool
	text strings.Builder
}

// declare writes the interface of t, then those it uses.
func (g *generator) declare(t reflect.Type) {
	if g.seen[t] {
		return
	}
	g.seen[t] = true
	var used []reflect.Type
	fmt.Fprintf(&g.text, "\nexport interface %s {\n", t.Name())
	for f := range t.Fields() {
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		if name == "-" {
			continue // not part of this blob
		}
		optional := ""
		if strings.Contains(options, "omitempty") {
			optional = "?"
		}
		kind := f.Tag.Get("ts")
		if kind == "" {
			var element reflect.Type
			kind, element = typeScript(f.Type)
			if element != nil {
				used = append(used, element)
			}
		}
		fmt.Fprintf(&g.text, "  %s%s: %s;\n", name, optional, kind)
	}
	g.text.WriteString("}\n")
	for _, u := range used {
		g.declare(u)
	}
}

// typeScript gives the type of a field and, when it is or holds a struct of ours, that struct.
func typeScript(t reflect.Type) (string, reflect.Type) {
	switch t.Kind() {
	case reflect.Slice:
		name, element := typeScript(t.Elem())
		return name + "[]", element
	case reflect.Map:
		name, element := typeScript(t.Elem())
		return "Record<string, " + name + ">", element
	case reflect.Pointer:
		return typeScript(t.Elem())
	case reflect.Struct:
		return t.Name(), t
	case reflect.Bool:
		return "boolean", nil
	case reflect.String:
		return "string", nil
	case reflect.Int:
		return "number", nil
	default:
		panic("bundletypes: no TypeScript for " + t.String())
	}
}
