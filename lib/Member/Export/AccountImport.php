<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Export;

use OCA\Reseau\Member\Directory\MemberSearch;
use OCA\Reseau\Member\Event\AccountImporting;
use OCA\Reseau\Member\SavedSearch\SavedSearches;
use OCA\Reseau\Shared\ReasonException;
use OCP\EventDispatcher\IEventDispatcher;
use OCP\UserMigration\UserMigrationException;

/** An account imports its export (MemberExport), from this network or another, into its present data. Importing it twice changes nothing the second time. */
class AccountImport {
	/** Imports the card and its links, except for what Nextcloud itself restores with the settings of the account. */
	private const ELSEWHERE = ['format', 'exported', 'member', 'created', 'stillTrue', 'claimLink', 'consentLink', 'notified'];

	public function __construct(
		private readonly ImportCard $card,
		private readonly SavedSearches $searches,
		private readonly IEventDispatcher $events,
	) {
	}

	/**
	 * @param array<array-key, mixed> $data MemberExportSchema of src/member/export/model.ts, raw input
	 * @return list<string> the result, in sentences
	 * @throws UserMigrationException it is not an export, or this version does not read it
	 */
	public function import(string $uid, array $data): array {
		$format = is_string($data['format'] ?? null) ? $data['format'] : '';
		if (preg_match('/^reseau-member-(\d{1,9})\z/', $format, $found) !== 1) {
			throw new UserMigrationException('This is not an export of Réseau. Nothing was imported.');
		}
		if ((int)$found[1] > MemberExport::VERSION) {
			throw new UserMigrationException('This was written by a newer version of Réseau. Update Réseau here first. Nothing was imported.');
		}
		[$memberId, $sentences] = $this->card->import($uid, $data['member'] ?? null);
		$event = new AccountImporting($uid, $memberId, array_diff_key($data, array_flip(self::ELSEWHERE)));
		$this->bringSearches($event);
		$event->leave('consents', 'No agreement was imported: each is given in the network it is about.');
		$this->events->dispatchTyped($event);
		return [...$sentences, ...$event->sentences()];
	}

	/** The groups of another network have other numbers. */
	private function bringSearches(AccountImporting $event): void {
		$made = 0;
		foreach ($event->take('searches') as $row) {
			$facets = is_array($row['facet'] ?? null) ? $row['facet'] : [];
			$name = is_string($row['name'] ?? null) ? mb_scrub(mb_substr($row['name'], 0, 80)) : '';
			if (isset($facets['group'])) {
				$event->report("Left out of the saved search “{$name}”: its groups.");
				unset($facets['group']);
			}
			try {
				$this->searches->add($event->uid, $row['name'] ?? null, MemberSearch::criteria($row['q'] ?? '', $facets));
				$made++;
			} catch (ReasonException $e) {
				if ($e->reason !== 'already_kept') {
					$event->report("Left out: the saved search “{$name}” ({$e->reason}).");
				}
			}
		}
		if ($made > 0) {
			$event->report("Saved searches imported: {$made}.");
		}
	}
}
