package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"michishirube/server/directory"
	"michishirube/server/directory/master"
	"michishirube/server/messages"
	"michishirube/server/store"
)

// exportOptions is how an export is to be done, checked.
type exportOptions struct{ data, format, out string }

// exportFormats gives what writes each format.
func exportFormats() map[string]func(io.Writer, *directory.Directory) error {
	return map[string]func(io.Writer, *directory.Directory) error{
		"csv":   master.WriteCSV,
		"xlsx":  master.WriteXLSX,
		"jsonl": master.WriteJSONL,
		"fhir":  whole((*directory.Directory).FHIR),
		"hsds":  whole((*directory.Directory).HSDS),
	}
}

// whole makes a writer of what gives a document in one piece.
func whole(document func(*directory.Directory) ([]byte, error)) func(io.Writer, *directory.Directory) error {
	return func(w io.Writer, d *directory.Directory) error {
		b, err := document(d)
		if err == nil {
			_, err = w.Write(append(b, '\n'))
		}
		return err
	}
}

func exportUsage(w io.Writer) {
	fmt.Fprint(w, "Usage: michishirube export --format FORMAT [FLAGS]\n\n"+
		"Writes the directory: what is in this program with the imported list laid over it. csv and xlsx can be imported again.\n"+
		"今の名簿(このプログラムのものに、取り込んだ名簿を重ねたもの)を書き出します。csv と xlsx は、もう一度取り込めます。\n\nFlags:\n")
	printFlags(w, []flagHelp{
		{"--format FORMAT", "csv, xlsx, fhir, hsds or jsonl", "csv、xlsx、fhir、hsds、jsonl のどれか"},
		{"--out FILE", "where to; the standard output if not given", "書き出すファイル。省略時は標準出力"},
		{"--data FOLDER", "folder of the database (MICHISHIRUBE_DATA, default ./data)", "データの保存先"},
	})
}

// exportList runs the subcommand export and gives its exit status.
func exportList(ctx context.Context, args []string, env Env) int {
	say, err := messages.Load(env.Locales, commandTexts)
	if err != nil {
		fmt.Fprintf(env.Stderr, "export: %v\n", err)
		return exitFailure
	}
	o, err := parseExport(args, env)
	if err != nil {
		return usageError(env, say, "export", exportUsage, err)
	}
	if err := export(ctx, o, env); err != nil {
		id, args, status := explain(err)
		fmt.Fprintln(env.Stderr, "export: "+say.Say("import.error."+id, args))
		tellDatabase(ctx, env, err, o.data, env.Getenv(backupsEnv))
		return status
	}
	return exitOK
}

func parseExport(args []string, env Env) (exportOptions, error) {
	var o exportOptions
	flags := quietFlags("export")
	flags.StringVar(&o.data, "data", dataFolder(env), "")
	flags.StringVar(&o.format, "format", "", "")
	flags.StringVar(&o.out, "out", "", "")
	others, err := parseAround(flags, args)
	if err != nil {
		return o, err
	}
	if len(others) > 0 {
		return o, fmt.Errorf("unexpected argument %q: expected only flags", others[0])
	}
	if exportFormats()[o.format] == nil {
		return o, explained{id: "format"}
	}
	return o, nil
}

func export(ctx context.Context, o exportOptions, env Env) error {
	d, issues := directory.Load(env.Assets, "")
	if len(issues) > 0 {
		return explained{id: "directory"}
	}
	list, err := keptList(ctx, filepath.Join(o.data, databaseFile))
	if err != nil {
		return err
	}
	write := func(w io.Writer) error {
		buffered := bufio.NewWriter(w)
		return errors.Join(exportFormats()[o.format](buffered, master.Lay(d, list)), buffered.Flush())
	}
	if o.out == "" {
		return inFile(write(env.Stdout))
	}
	return inFile(writeWhole(o.out, write))
}

// keptList reads the imported list without changing anything; an empty one where nothing was imported.
func keptList(ctx context.Context, path string) (list master.List, err error) {
	db, err := store.OpenReadOnly(path)
	if errors.Is(err, fs.ErrNotExist) {
		return list, nil
	}
	if err != nil {
		return list, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	_, list, err = importedList(ctx, db)
	return list, err
}

// writeWhole puts the file in its place only when it is whole: half a list looks like a list.
func writeWhole(path string, write func(io.Writer) error) (err error) {
	tmp, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".new-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = os.Remove(tmp.Name())
		}
	}()
	if err := errors.Join(write(tmp), tmp.Chmod(0o644), tmp.Close()); err != nil {
		return err
	}
	return os.Rename(tmp.Name(), path)
}

// inFile names an error of reading or writing a file as such.
func inFile(err error) error {
	if err == nil {
		return nil
	}
	return explained{id: "file", args: map[string]string{"detail": err.Error()}}
}
