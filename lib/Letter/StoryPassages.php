<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Letter;

use OCA\Reseau\Group\GroupChronicle;
use OCA\Reseau\Library\PublishedStories;
use OCA\Reseau\Library\Sheet;
use OCA\Reseau\Library\SheetWords;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Vocabulary\ResourceKinds;

/**
 * Stories with any outcome, and sheets that ask for help, for people who have their files. If a group was closed in the period, all its stories are included:
 * they are what it leaves behind.
 */
class StoryPassages implements PassageSource {
	public function __construct(
		private readonly PublishedStories $stories,
		private readonly GroupChronicle $groups,
		private readonly ResourceKinds $kinds,
	) {
	}

	public function found(Viewer $viewer, Period $period): array {
		$left = $this->groups->closedBetween($period->begins, $period->ends, self::MOST);
		$found = [Passage::STORY => [], Passage::HELP => []];
		foreach ($this->stories->between($viewer, $period->begins, $period->ends, $left, self::MOST) as $sheet) {
			$kind = self::kindOf($sheet);
			if ($kind !== null) {
				$found[$kind][] = $sheet->getFileId();
			}
		}
		return $found;
	}

	public function read(array $ids, LetterWords $words): array {
		$passages = [];
		foreach ($this->stories->some([...$ids[Passage::STORY] ?? [], ...$ids[Passage::HELP] ?? []]) as $file => $sheet) {
			foreach ([Passage::STORY, Passage::HELP] as $kind) {
				if (in_array($file, $ids[$kind] ?? [], true) && ($kind === Passage::STORY || $sheet->text('wanted') !== '')) {
					$passages[] = $this->passage($kind, $sheet, $words);
				}
			}
		}
		return $passages;
	}

	/** One sheet is one passage: an asking sheet may also have an outcome. */
	private static function kindOf(Sheet $sheet): ?string {
		return match (true) {
			trim($sheet->text('wanted')) !== '' => Passage::HELP,
			$sheet->getOutcome() !== null => Passage::STORY,
			default => null,
		};
	}

	private function passage(string $kind, Sheet $sheet, LetterWords $words): Passage {
		$line = SheetWords::lineIn($words->l, $this->kinds->label($sheet->getKind(), $words->code), $sheet->getOutcome(), array_column($sheet->context()['territories'], 'name'));
		$text = $kind === Passage::HELP ? $sheet->text('wanted') : ($sheet->text('learnt') ?: $sheet->text('summary'));
		return new Passage(
			$kind,
			$sheet->getFileId(),
			LetterWords::plain($sheet->getTitle()),
			LetterWords::plain($line),
			LetterWords::text($text),
			"library/sheet/{$sheet->getFileId()}",
			(int)$sheet->getPublishedAt(),
			Reach::Library,
			'',
			['places' => $sheet->context()['territories'], 'terms' => $sheet->terms(), 'groups' => $sheet->groups ?? []],
			static fn (Viewer $viewer): bool => $viewer->uid !== null && $viewer->uid !== '',
			[$sheet->getTitle(), $sheet->getKind(), $sheet->getOutcome(), array_column($sheet->context()['territories'], 'name'), $text],
			$sheet->getOutcome(),
		);
	}
}
