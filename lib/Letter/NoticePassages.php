<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Letter;

use OCA\Reseau\Group\Groups;
use OCA\Reseau\Member\People;
use OCA\Reseau\Notice\AuthoredNotice;
use OCA\Reseau\Notice\Notice;
use OCA\Reseau\Notice\Notices;
use OCA\Reseau\Notice\NoticeWords;
use OCA\Reseau\Shared\Audience\Viewer;

/** Open notices, and the outcome of those that are done. */
class NoticePassages implements PassageSource {
	public function __construct(
		private readonly Notices $notices,
		private readonly People $people,
		private readonly Groups $groups,
	) {
	}

	public function found(Viewer $viewer, Period $period): array {
		return [
			Passage::NOTICE => $this->notices->publishedBetween($viewer, $period->begins, $period->ends, self::MOST),
			Passage::OUTCOME => $this->notices->doneBetween($viewer, $period->begins, $period->ends, self::MOST),
		];
	}

	public function read(array $ids, LetterWords $words): array {
		$open = $ids[Passage::NOTICE] ?? [];
		$done = $ids[Passage::OUTCOME] ?? [];
		$all = array_filter($this->notices->some(array_values(array_unique([...$open, ...$done]))), static fn (AuthoredNotice $one): bool => $one->author->isShown());
		$titles = array_filter($all, static fn (AuthoredNotice $one): bool => $one->notice->getGroupId() !== null) === [] ? [] : $this->groups->titles();
		$thanks = $this->thanks(array_values(array_intersect($done, array_keys($all))));
		$passages = [];
		foreach ($all as $id => $one) {
			if ($one->isOpen() && in_array($id, $open, true)) {
				$passages[] = self::passage(Passage::NOTICE, $one, $this->body($one, $words), $words, $titles);
			}
			if ($one->notice->is(Notice::DONE) && in_array($id, $done, true)) {
				$thanked = $thanks[$id] ?? [];
				$passages[] = self::passage(Passage::OUTCOME, $one, self::outcome($one, $thanked, $words), $words, $titles, $thanked);
			}
		}
		return $passages;
	}

	/**
	 * @param array<int, string> $titles of groups
	 * @param list<string> $thanked names in the text
	 */
	private static function passage(string $kind, AuthoredNotice $one, string $text, LetterWords $words, array $titles, array $thanked = []): Passage {
		$notice = $one->notice;
		$only = $notice->getOnlyGroup();
		$line = (new NoticeWords($words->l))->lineOf($notice->getKind(), $notice->getMode(), array_column($notice->places(), 'name'), '');
		return new Passage(
			$kind,
			$one->id(),
			LetterWords::plain($notice->getTitle()),
			implode(' · ', [LetterWords::plain($line), LetterWords::plain($one->author->getName())]),
			$text,
			"notices/{$one->id()}",
			$kind === Passage::NOTICE ? $notice->getPublishedAt() : (int)($notice->getDoneAt() ?? $notice->getPublishedAt()),
			$only === null ? Reach::Members : Reach::Group,
			$only === null ? '' : $titles[$only] ?? '',
			['places' => $notice->places(), 'terms' => $notice->words(), 'groups' => $notice->getGroupId() === null ? [] : [$notice->getGroupId()]],
			$one->isSeenBy(...),
			[
				$notice->getTitle(), $notice->getKind(), $notice->getMode(), array_column($notice->places(), 'name'),
				...$kind === Passage::NOTICE ? [(string)$notice->getText(), $notice->getNeededBy(), (string)$notice->getFree()] : [(string)$notice->getOutcome(), $thanked],
			],
		);
	}

	private function body(AuthoredNotice $one, LetterWords $words): string {
		return LetterWords::text((new NoticeWords($words->l))->body($words->l, $one->notice));
	}

	/** @param list<string> $thanks names */
	private static function outcome(AuthoredNotice $one, array $thanks, LetterWords $words): string {
		return implode("\n", array_filter([
			LetterWords::text((string)$one->notice->getOutcome()),
			$thanks === [] ? '' : $words->l->t('Thanks to %s', [implode(', ', $thanks)]),
		]));
	}

	/**
	 * @param list<int> $ids of notices
	 * @return array<int, list<string>> names of the people who are thanked, as far as every member may know them
	 */
	private function thanks(array $ids): array {
		$thanks = $ids === [] ? [] : $this->notices->thanks($ids);
		$people = $this->people->briefly(array_merge([], ...array_values($thanks)));
		return array_map(static function (array $thanked) use ($people): array {
			$names = [];
			foreach ($thanked as $id) {
				if (isset($people[$id]) && People::knows(Viewer::anyMember(), $people[$id])) {
					$names[] = LetterWords::plain($people[$id]->getName());
				}
			}
			return $names;
		}, $thanks);
	}
}
