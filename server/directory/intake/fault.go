package intake

import (
	"errors"
	"fmt"

	"michishirube/server/directory/master"
)

// Fault finds the words for why a file cannot be read: import.error.<id>. usage is set where another way of asking would
// do; ok is false for an error that is none of the file's.
func Fault(err error) (id string, args map[string]string, usage, ok bool) {
	var line *master.LineError
	var twice *master.ColumnTwiceError
	switch {
	case errors.Is(err, master.ErrSource):
		return "needs_source", nil, true, true
	case errors.Is(err, master.ErrSheet):
		return "sheet", nil, true, true
	case errors.As(err, &line):
		return "quotes", map[string]string{"line": fmt.Sprint(line.Line)}, false, true
	case errors.As(err, &twice):
		return "column_twice", map[string]string{"column": twice.Name}, false, true
	}
	for _, known := range []struct {
		is error
		id string
	}{
		{master.ErrEmptyFile, "empty"}, {master.ErrTooLarge, "large"}, {master.ErrUTF16, "utf16"},
		{master.ErrOldWorkbook, "old_workbook"}, {master.ErrWorkbook, "workbook"}, {master.ErrBinary, "binary"},
		{master.ErrColumns, "columns"}, {master.ErrNoRows, "no_rows"},
	} {
		if errors.Is(err, known.is) {
			return known.id, nil, false, true
		}
	}
	return "", nil, false, false
}
