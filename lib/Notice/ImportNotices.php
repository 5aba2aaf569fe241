<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Notice;

use OCA\Reseau\Knowledge\About;
use OCA\Reseau\Member\Event\AccountImporting;
use OCA\Reseau\Member\People;
use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\Days;
use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Territory\Territories;
use OCA\Reseau\Vocabulary\Vocabulary;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\IDBConnection;

/** Imports the notices in the export of an account: all of them ended, so that only their author sees them until they are opened again. */
class ImportNotices {
	use Atomic;

	public function __construct(
		private readonly IDBConnection $db,
		private readonly NoticeMapper $notices,
		private readonly NoticeStore $store,
		private readonly People $people,
		private readonly Vocabulary $vocabulary,
		private readonly Territories $territories,
		private readonly Days $days,
		private readonly ITimeFactory $clock,
	) {
	}

	/** Notices that the card already has are unchanged. */
	public function import(AccountImporting $event): void {
		$rows = $event->take('notices');
		if ($rows === []) {
			return;
		}
		if ($event->memberId === 0) {
			$event->report('Left out: the notices, because the account has no card.');
			return;
		}
		[$made, $left] = $this->atomicAgain(fn (): array => $this->write($event->memberId, $rows), $this->db);
		if ($made > 0) {
			$event->report("Notices imported: {$made}. They have ended; their author can open them again.");
		}
		foreach ($left as $sentence) {
			$event->report($sentence);
		}
	}

	/**
	 * @param list<array<array-key, mixed>> $rows
	 * @return array{int, list<string>} how many were made, and what to report of the others
	 */
	private function write(int $memberId, array $rows): array {
		$this->people->hold($memberId);
		$known = array_fill_keys(array_map(self::same(...), $this->notices->findOfMember($memberId)), true);
		$made = 0;
		$left = [];
		foreach ($rows as $row) {
			try {
				$notice = $this->read($memberId, $row);
			} catch (ReasonException $e) {
				$title = is_string($row['title'] ?? null) ? mb_scrub(mb_substr($row['title'], 0, NoticeRules::LIMITS['title'])) : '';
				$left[] = "Left out: the notice “{$title}” (" . ($e->reason === 'group_missing' ? 'it was for the people of a group' : trim("$e->reason " . ($e->details['field'] ?? ''))) . ').';
				continue;
			}
			$same = self::same($notice);
			// A notice that was opened and changed since is recognised by its key.
			if (!isset($known[$same]) && $this->notices->findBy('key_hash', $notice->getKeyHash()) === null) {
				$known[$same] = true;
				$this->store->insert($notice);
				$made++;
			}
		}
		return [$made, $left];
	}

	/**
	 * @param array<array-key, mixed> $row of MemberExportSchema, raw input
	 * @throws ReasonException why it cannot be stored
	 */
	private function read(int $memberId, array $row): Notice {
		if (($row['audience'] ?? 'members') !== 'members') {
			throw ReasonException::at('group_missing', 'audience');
		}
		$notice = new Notice();
		$notice->setMemberId($memberId);
		$notice->setVersion(1);
		$notice->setState(Notice::ENDED);
		$notice->setKind(NoticeRules::kind($row['kind'] ?? null));
		$notice->setTitle(NoticeRules::title($row['title'] ?? null));
		$notice->setText(trim(Fields::text($row['text'] ?? '', 'text', NoticeRules::LIMITS['text'])));
		$notice->setFree(trim(Fields::text($row['free'] ?? '', 'free', NoticeRules::LIMITS['free'])));
		$notice->setMode(in_array($row['mode'] ?? null, NoticeRules::MODES, true) ? $row['mode'] : null);
		$notice->setNeededBy(Input::date($row['neededBy'] ?? null));
		$notice->setUntilDay(Input::date($row['until'] ?? null) ?? $this->days->today());
		$notice->setOutcome(NoticeRules::outcome($row['outcome'] ?? ''));
		$notice->writeWords($this->terms($row['terms'] ?? []));
		$notice->setAbout(About::choice($row['about'] ?? null, 'about'));
		$notice->writePlaces($this->places($row['territories'] ?? []));
		$day = is_string($row['published'] ?? null) ? $row['published'] : '';
		$published = strtotime($day);
		$notice->setPublishedAt(max(0, min($published === false ? PHP_INT_MAX : $published, $this->clock->getTime())));
		// With the day as the file writes it: a day that is not over gives another time at the next import.
		$notice->setKeyHash(Notice::BROUGHT . substr(hash('sha256', "$memberId $day " . self::words($notice)), 0, 64 - strlen(Notice::BROUGHT)));
		return $notice;
	}

	/** @return list<string> the terms that this network has */
	private function terms(mixed $terms): array {
		$known = array_filter(is_array($terms) ? $terms : [], fn (mixed $term): bool => is_string($term) && $this->vocabulary->has($term, ...Vocabulary::SUBJECTS));
		return array_slice(array_values(array_unique($known)), 0, NoticeRules::LIMITS['terms']);
	}

	/** @return list<array{code: string, kind: string, name: string}> the territories that exist */
	private function places(mixed $places): array {
		$found = [];
		foreach (array_slice(is_array($places) ? array_values($places) : [], 0, NoticeRules::LIMITS['territories']) as $place) {
			try {
				array_push($found, ...$this->territories->places([$place], 'territories', 1));
			} catch (ReasonException) {
				// Of another country, or of an older list.
			}
		}
		return array_values(array_unique($found, SORT_REGULAR));
	}

	/** Equal for copies of a notice whose words were not changed. */
	private static function same(Notice $notice): string {
		return $notice->getPublishedAt() . ' ' . self::words($notice);
	}

	private static function words(Notice $notice): string {
		return json_encode([$notice->getKind(), $notice->getTitle(), (string)$notice->getText()], JSON_THROW_ON_ERROR | JSON_INVALID_UTF8_SUBSTITUTE);
	}
}
