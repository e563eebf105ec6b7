package directory

import (
	"encoding/json"
	"fmt"
	"strings"
)

type hsdsPage struct {
	TotalItems int                `json:"total_items"`
	TotalPages int                `json:"total_pages"`
	PageNumber int                `json:"page_number"`
	Size       int                `json:"size"`
	FirstPage  bool               `json:"first_page"`
	LastPage   bool               `json:"last_page"`
	Empty      bool               `json:"empty"`
	Contents   []hsdsOrganization `json:"contents"`
}

type hsdsOrganization struct {
	ID            string           `json:"id"`
	Name          string           `json:"name"`
	AlternateName string           `json:"alternate_name,omitempty"`
	Description   string           `json:"description"`
	Website       string           `json:"website,omitempty"`
	Phones        []hsdsPhone      `json:"phones,omitempty"`
	Contacts      []hsdsContact    `json:"contacts,omitempty"`
	Locations     []hsdsLocation   `json:"locations,omitempty"`
	Identifiers   []hsdsIdentifier `json:"organization_identifiers"`
}

type hsdsPhone struct {
	ID          string `json:"id"`
	Number      string `json:"number"`
	Type        string `json:"type"`
	Description string `json:"description"`
}

type hsdsContact struct {
	ID     string      `json:"id"`
	Name   string      `json:"name"`
	Phones []hsdsPhone `json:"phones"`
}

type hsdsLocation struct {
	ID           string        `json:"id"`
	LocationType string        `json:"location_type"`
	Name         string        `json:"name"`
	Addresses    []hsdsAddress `json:"addresses"`
}

type hsdsAddress struct {
	ID            string `json:"id"`
	Address1      string `json:"address_1"`
	City          string `json:"city"`
	StateProvince string `json:"state_province"`
	PostalCode    string `json:"postal_code"`
	Country       string `json:"country"`
	AddressType   string `json:"address_type"`
}

type hsdsIdentifier struct {
	ID         string `json:"id"`
	Type       string `json:"identifier_type"`
	Identifier string `json:"identifier"`
}

// HSDS gives the records and municipalities as one page of organizations in the shape of the Human Services Data
// Specification 3. Descriptions tell where each comes from and when it was verified.
func (d *Directory) HSDS() ([]byte, error) {
	page := hsdsPage{TotalPages: 1, PageNumber: 1, FirstPage: true, LastPage: true, Contents: []hsdsOrganization{}}
	for _, c := range d.contacts() {
		page.Contents = append(page.Contents, d.hsdsOrganization(c))
	}
	page.TotalItems, page.Size, page.Empty = len(page.Contents), len(page.Contents), len(page.Contents) == 0
	out, err := json.Marshal(page)
	if err != nil {
		return nil, fmt.Errorf("hsds: %w", err)
	}
	return out, nil
}

func (d *Directory) hsdsOrganization(c Contact) hsdsOrganization {
	s := d.source(c.Source)
	about := []string{kindName(c.Kind)}
	if c.Hours != "" {
		about = append(about, "受付: "+c.Hours)
	}
	if c.Note != "" {
		about = append(about, c.Note)
	}
	about = append(about, "出典: "+s.Title+" "+s.URL)
	if c.VerifiedOn != "" {
		about = append(about, "確認: "+c.VerifiedOn)
	}
	o := hsdsOrganization{
		ID: stableUUID(c.ID), Name: c.Name, AlternateName: c.Kana, Description: strings.Join(about, "\n"), Website: c.URL,
		Identifiers: []hsdsIdentifier{{stableUUID(c.ID + "#id"), "michishirube", c.ID}},
	}
	if c.Number != "" {
		o.Identifiers = append(o.Identifiers, hsdsIdentifier{stableUUID(c.ID + "#number"), jpInsurerNumber, c.Number})
	}
	for _, p := range c.Phones {
		about := fmt.Sprintf("%s。出典: %s %s。確認: %s", phoneName(p.Label), p.Publisher, p.URL, p.VerifiedOn)
		phone := hsdsPhone{stableUUID(c.ID + "#phone " + p.Tel), p.Number, "voice", about}
		if p.Label == Representative {
			o.Contacts = append(o.Contacts, hsdsContact{stableUUID(c.ID + "#contact " + p.Tel), phoneName(p.Label), []hsdsPhone{phone}})
		} else {
			o.Phones = append(o.Phones, phone)
		}
	}
	if c.Address != "" && c.Area != "" && c.Postal != "" { // the specification wants an address whole
		prefecture := d.prefecture(c.Prefecture)
		line := strings.TrimPrefix(strings.TrimPrefix(c.Address, prefecture), c.Area)
		o.Locations = []hsdsLocation{{stableUUID(c.ID + "#location"), "physical", c.Name, []hsdsAddress{
			{stableUUID(c.ID + "#address"), line, c.Area, prefecture, c.Postal, "JP", "physical"},
		}}}
	}
	return o
}
