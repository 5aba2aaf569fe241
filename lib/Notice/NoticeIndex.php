<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Notice;

use OCA\Reseau\Knowledge\KnowledgeBase;
use OCA\Reseau\Knowledge\Side;
use OCA\Reseau\Search\Document;
use OCA\Reseau\Search\Indexable;
use OCA\Reseau\Shared\Audience\Audience;
use OCA\Reseau\Shared\Excerpt;
use OCA\Reseau\Shared\Fold;
use OCA\Reseau\Territory\Territories;
use OCA\Reseau\Vocabulary\Vocabulary;

/**
 * The search terms of a notice: its words, terms and territories, and the situations its need is about, while it is open. Every search checks which notices a viewer may find
 * (NoticeSearch), because it depends on the card of the author, the group and the day; the author is not indexed.
 */
class NoticeIndex implements Indexable {
	public const TYPE = 'notice';

	/** Searched texts, and the weight of a word in them. */
	private const WEIGHTS = ['title' => 9, 'text' => 4, 'free' => 2];
	private const PLACE_WEIGHT = 4;
	/** A place that contains the given one. */
	private const AROUND_WEIGHT = 3;
	private const NAME_LENGTH = 180;
	/** Characters of the text that say what it is about. */
	private const MEANT = 120;

	public function __construct(
		private readonly NoticeMapper $notices,
		private readonly Vocabulary $vocabulary,
		private readonly Territories $territories,
		private readonly KnowledgeBase $knowledge,
	) {
	}

	public function type(): string {
		return self::TYPE;
	}

	public function count(): int {
		return $this->notices->countAll();
	}

	public function idsAfter(int $id, int $limit): array {
		return $this->notices->idsAfter($id, $limit);
	}

	public function documents(array $ids): array {
		return array_values(array_filter(array_map($this->of(...), $this->notices->findByIds($ids))));
	}

	/** @return ?Document null if it is no longer open */
	public function of(Notice $notice): ?Document {
		if (!$notice->is(Notice::OPEN)) {
			return null;
		}
		$all = $notice->getShowcased() === true && $notice->mayBePublic() ? Audience::Public : Audience::Members;
		// No member has the number 0: nothing here is for the groups of a member.
		$document = new Document(self::TYPE, (int)$notice->getId(), 0, $all, mb_substr(Fold::text($notice->getTitle()), 0, self::NAME_LENGTH), $notice->getPublishedAt());
		foreach (self::texts($notice) as $field => $text) {
			$document->text($field, $text, $all, self::WEIGHTS[$field]);
		}
		[$facet, $side] = $notice->getKind() === 'offer' ? ['offer', Side::Help] : ['seek', Side::Need];
		foreach ($this->knowledge->get()->subjectsIn(self::subjectText($notice), $side) as $subject => $strength) {
			$document->subject($facet, $subject, $strength, $all);
		}
		foreach ($notice->places() as $place) {
			foreach ($this->territories->around($place['kind'], $place['code']) as $i => $territory) {
				$document->term('territory', "{$territory['kind']}:{$territory['code']}", $all);
				$document->text('territories', $territory['name'], $all, $i === 0 ? self::PLACE_WEIGHT : self::AROUND_WEIGHT);
			}
		}
		$document->term('kind', $notice->getKind(), $all);
		if ($notice->getMode() !== null) {
			$document->term('mode', $notice->getMode(), $all);
		}
		foreach ($this->vocabulary->resolveAll($notice->words()) as $term) {
			$document->term('term', $term, $all);
		}
		if (NoticeRules::seeks($notice)) {
			foreach ($this->knowledge->get()->subjectsIn($notice->getTitle(), Side::Need) as $subject => $strength) {
				$document->subject('seek', $subject, $strength, Audience::Members);
			}
		}
		if ($notice->getGroupId() !== null) {
			// The showcase names only groups that are in it.
			$document->term('group', (string)$notice->getGroupId(), Audience::Members);
		}
		return $document;
	}

	/** What says what it is about: the title, and the beginning of the text, for what follows is about how and when. */
	public static function subjectText(Notice $notice): string {
		return $notice->getTitle() . "\n" . Excerpt::of((string)$notice->getText(), self::MEANT);
	}

	/** @return array{title: string, text: string, free: string} */
	public static function texts(Notice $notice): array {
		return ['title' => $notice->getTitle(), 'text' => (string)$notice->getText(), 'free' => (string)$notice->getFree()];
	}
}
