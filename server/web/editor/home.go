package editor

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"michishirube/server/editorial"
)

// home shows the regions she may write in, and what waits for her.
func (e *Editor) home(c echo.Context) error {
	ctx, u := c.Request().Context(), who(c).user
	regions, err := e.regionsOf(c)
	if err != nil {
		return err
	}
	waiting, err := e.waiting(ctx, u)
	if err != nil {
		return err
	}
	return e.page(c, http.StatusOK, "home", struct {
		Regions []editorial.Region
		Waiting []Waiting
	}{regions, waiting})
}

// regionsOf lists the regions of whoever is logged in, by code.
func (e *Editor) regionsOf(c echo.Context) ([]editorial.Region, error) {
	all, err := e.Store.Regions(c.Request().Context())
	var hers []editorial.Region
	for _, r := range all {
		if who(c).user.In(r.Code) {
			hers = append(hers, r)
		}
	}
	return hers, err
}
