#!/bin/sh
# SPDX-FileCopyrightText: 2026 Réseau contributors
# SPDX-License-Identifier: AGPL-3.0-or-later

# Run by the official Nextcloud image, as the user of its web server, each time before it starts (compose.yaml): installs Nextcloud on the
# chosen database, Deck, Teams, the app and the demonstration network where they are not there yet.
# It has not been run in a container yet: only its syntax has been checked.
set -eu

PASSWORD=Cordee-2026-oc
LOADED=/var/www/html/data/reseau-loaded

occ() {
	php /var/www/html/occ --no-interaction "$@"
}

if ! occ status | grep -q 'installed: true'; then
	case "$RESEAU_DATABASE" in
		mysql) set -- --database mysql --database-host mariadb ;;
		pgsql) set -- --database pgsql --database-host postgres ;;
		*) set -- --database sqlite ;;
	esac
	occ maintenance:install "$@" --database-name nextcloud --database-user nextcloud --database-pass nextcloud \
		--admin-user admin --admin-pass "$PASSWORD"
	occ config:system:set trusted_domains 1 --value 127.0.0.1
	occ config:system:set overwrite.cli.url --value "$RESEAU_URL"
fi

# The checkout is mounted outside, because the folder of apps has to stay writable for Deck.
ln -sfn /reseau /var/www/html/custom_apps/reseau

if [ ! -e "$LOADED" ]; then
	occ app:enable circles
	occ app:install deck || occ app:enable deck
	occ app:enable reseau
	OC_PASS="$PASSWORD" occ reseau:demo --create-accounts --organisations --password-from-env
	touch "$LOADED"
fi
