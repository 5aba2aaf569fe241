<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration;

use OCA\Reseau\AppInfo\Application;
use OCP\Contacts\ContactsMenu\IActionFactory;
use OCP\Contacts\ContactsMenu\IBulkProvider;
use OCP\Contacts\ContactsMenu\IEntry;
use OCP\IL10N;
use OCP\IURLGenerator;

/** Adds links to cards in Nextcloud's contacts menu, for the accounts whose cards the viewer may see. */
class ContactsMenuCard implements IBulkProvider {
	public function __construct(
		private readonly CardsOfAccounts $cards,
		private readonly IActionFactory $actions,
		private readonly IURLGenerator $urls,
		private readonly IL10N $l,
	) {
	}

	public function process(array $entries): void {
		$accounts = array_filter(array_map(self::account(...), $entries), is_string(...));
		$addresses = $this->cards->addresses(array_values($accounts));
		$icon = $this->urls->getAbsoluteURL($this->urls->imagePath(Application::APP_ID, 'app-dark.svg'));
		foreach ($accounts as $key => $uid) {
			if (isset($addresses[$uid])) {
				$entries[$key]->addAction($this->actions->newLinkAction($icon, $this->l->t('See the card in Réseau'), $addresses[$uid], Application::APP_ID));
			}
		}
	}

	/** @return ?string the account; null for a contact of a personal address book, whose id is not an account */
	private static function account(IEntry $entry): ?string {
		$uid = $entry->getProperty('UID');
		return $entry->getProperty('isLocalSystemBook') === true && is_string($uid) && $uid !== '' ? $uid : null;
	}
}
