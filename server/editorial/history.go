package editorial

import "michishirube/server/content"

// On lists what was in force at some moment of a day in Japan, oldest first: one publication, or several where the text
// changed that day. The record is given oldest first.
func On(record []Publication, day content.Date) []Publication {
	var that []Publication
	for _, p := range record {
		switch on := content.DateIn(p.At); {
		case on < day:
			that = []Publication{p}
		case on == day:
			that = append(that, p)
		}
	}
	return that
}
