//go:build prove

package load

import (
	"time"

	"michishirube/e2e/office"
)

// team makes regions and publishes what they say: one registers them, one writes, one approves.
type team struct{ admin, editor, approver *office.Clerk }

func newTeam(site string) (w team, err error) {
	for name, one := range map[string]**office.Clerk{"admin": &w.admin, "hana": &w.editor, "ito": &w.approver} {
		if *one, err = office.LogIn(site, name); err != nil {
			return w, err
		}
	}
	return w, nil
}

// found registers a region and lets it say something of each kind.
func (w team) found(code string) error {
	if err := w.admin.Fill("/editor/regions/new", "code", code, "name", "第"+code+"町"); err != nil {
		return err
	}
	at := "/editor/regions/" + code + "/fields/"
	if err := w.editor.Fill(at+"auto_flags", "value", "both", "do", "save"); err != nil {
		return err
	}
	if err := w.editor.Fill(at+"city_kokuho", "name", "住民課 保険係", "phone", "079-492-9137", "hours", "平日 8:30〜17:15", "do", "save"); err != nil {
		return err
	}
	_, err := w.publish(code, "不開示の申出書("+code+")")
	return err
}

// publish changes one wording of a region and puts it in force. It gives how long the approver waited for the last step.
func (w team) publish(code, text string) (time.Duration, error) {
	at := "/editor/regions/" + code
	if err := w.editor.Fill(at+"/fields/flag_form", "value", text, "do", "save"); err != nil {
		return 0, err
	}
	if err := w.editor.Fill(at+"/draft", "do", "ask"); err != nil {
		return 0, err
	}
	err := w.approver.Fill(at+"/approve", "do", "publish")
	return w.approver.Took, err
}
