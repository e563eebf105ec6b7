#!/usr/bin/python3
"""A window around Debian's WebKitGTK with a profile on disk, for WebKitWebDriver: MiniBrowser keeps nothing under automation.

webkit.py PROFILE [--without FEATURE]...
"""
import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gtk, WebKit2  # noqa: E402

profile, without = sys.argv[1], sys.argv[3::2]

manager = WebKit2.WebsiteDataManager(base_data_directory=f"{profile}/data", base_cache_directory=f"{profile}/cache")
context = WebKit2.WebContext(website_data_manager=manager)
context.set_automation_allowed(True)
context.get_cookie_manager().set_persistent_storage(f"{profile}/cookies", WebKit2.CookiePersistentStorage.SQLITE)

settings = WebKit2.Settings(enable_write_console_messages_to_stdout=True)
features = WebKit2.Settings.get_all_features()
for feature in (features.get(i) for i in range(features.get_length())):
    if feature.get_identifier() in without:
        settings.set_feature_enabled(feature, False)
        without.remove(feature.get_identifier())
if without:
    sys.exit(f"no such feature: {without}")

view = WebKit2.WebView(web_context=context, settings=settings, is_controlled_by_automation=True)
window = Gtk.Window(default_width=820, default_height=1180)
window.add(view)
window.connect("destroy", Gtk.main_quit)
view.connect("close", lambda _: window.destroy())
window.show_all()


def started(_, session):
    info = WebKit2.ApplicationInfo()
    info.set_name("WebKitGTK")
    info.set_version(WebKit2.get_major_version(), WebKit2.get_minor_version(), WebKit2.get_micro_version())
    session.set_application_info(info)
    session.connect("create-web-view", lambda _: view)


context.connect("automation-started", started)
Gtk.main()
