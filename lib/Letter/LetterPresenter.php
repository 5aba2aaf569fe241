<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Letter;

use OCA\Reseau\Group\Groups;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Days;
use OCA\Reseau\Shared\ReaderLanguage;
use OCA\Reseau\Territory\Territories;
use OCA\Reseau\Vocabulary\Vocabulary;

/** Letters as their facilitators write them, and as members find them: the only way they leave the server, but for mails and LetterPage. */
class LetterPresenter {
	/** @var array<string, list<string>> territories around each place, as of around(), so that they are read once per request */
	private array $around = [];

	public function __construct(
		private readonly Letters $letters,
		private readonly LetterRules $rules,
		private readonly Passages $passages,
		private readonly ReadLetter $reading,
		private readonly Territories $territories,
		private readonly Vocabulary $vocabulary,
		private readonly Groups $groups,
		private readonly ReaderLanguage $language,
		private readonly Days $days,
	) {
	}

	/** @return list<array<string, mixed>> LetterSummarySchema of src/letter/model.ts */
	public function list(Viewer $viewer): array {
		$read = array_values(array_filter($this->letters->all($viewer), static fn (Letter $letter): bool => ReadLetter::mayRead($viewer, $letter)));
		return array_map(fn (Letter $letter): array => $this->summary($viewer, $letter), $read);
	}

	/** @return array<string, mixed> LetterSchema */
	public function present(Viewer $viewer, Letter $letter): array {
		$items = $this->letters->itemsOf($letter);
		$shortened = array_filter($items, static fn (LetterItem $item): bool => !$item->isBlock() && $item->getText() !== null);
		$seen = $shortened === [] ? [] : $this->passages->seen($viewer, $this->passages->read(Compose::objects($shortened), $letter->getLanguage()));
		// What stands in place of a passage is shown to who sees the passage.
		$shown = static fn (LetterItem $item): bool => $item->isBlock() || isset($seen[$item->key()]);
		return $this->summary($viewer, $letter) + [
			'editorial' => (string)$letter->getEditorial(),
			'picture' => $letter->getPictureFile() === null ? null : ['file' => (string)$letter->getPictureFile(), 'alt' => (string)$letter->getPictureAlt(), 'image' => (string)$letter->getPicture()],
			'items' => array_map(static fn (LetterItem $item): array => [
				'kind' => $item->getKind(),
				'id' => $item->getObjectId(),
				'taken' => $item->isTaken(),
				'text' => $shown($item) ? $item->getText() : null,
				'hash' => $item->getText() === null || $item->isBlock() || !$shown($item) ? null : $item->getHash(),
			], $items),
			'version' => $letter->getVersion(),
		];
	}

	/** @return array<string, mixed> ReadingSchema: a letter that went out, as this viewer reads it */
	public function reading(Viewer $viewer, Letter $letter): array {
		$picture = (string)$letter->getPicture();
		return $this->summary($viewer, $letter) + ['html' => (new LetterHtml(LetterHtml::PAGE))->body($this->reading->forViewer($viewer, $letter), "data:image/jpeg;base64,$picture", false)];
	}

	/**
	 * What a draft can have: what happened in its period, and what is in it already, as far as the viewer sees it.
	 *
	 * @return array<string, mixed> FoundSchema
	 */
	public function found(Viewer $viewer, Letter $letter): array {
		['passages' => $found, 'more' => $more] = $this->passages->found($viewer, $this->rules->period($letter), $letter->getLanguage());
		$about = Compose::objects(array_filter($this->letters->itemsOf($letter), static fn (LetterItem $item): bool => !isset($found[$item->key()])));
		$found += $about === [] ? [] : $this->passages->seen($viewer, $this->passages->read($about, $letter->getLanguage()));
		return [
			'passages' => array_map(fn (Passage $passage): array => [
				'kind' => $passage->kind,
				'id' => $passage->id,
				'title' => $passage->title,
				'line' => $passage->line,
				'text' => $passage->text,
				'day' => $this->days->of($passage->at),
				'reach' => $passage->reach->value,
				'of' => $passage->of,
				'group' => $passage->reach === Reach::Group ? (string)($passage->about['groups'][0] ?? '') : '',
				'outcome' => $passage->outcome,
				'concerns' => $this->concerns($letter->segment(), $passage),
				'hash' => $passage->hash(),
			], array_values($found)),
			'more' => $more,
		];
	}

	/** @return array<string, mixed> LetterSummarySchema */
	private function summary(Viewer $viewer, Letter $letter): array {
		return [
			'id' => $letter->id(),
			'kind' => $letter->getKind(),
			'title' => $letter->getTitle(),
			'from' => $letter->getFromDay(),
			'until' => $letter->getUntilDay(),
			'readers' => ['kind' => $letter->getReaders(), 'of' => (string)$letter->getReadersOf(), 'name' => $this->name($letter->segment())],
			'language' => $letter->getLanguage(),
			'state' => $letter->getState(),
			'sent' => $letter->getSentAt() === null ? null : gmdate(DATE_ATOM, $letter->getSentAt()),
			'changed' => gmdate(DATE_ATOM, $letter->getChangedAt()),
		] + (!$viewer->facilitator ? [] : [
			'note' => $letter->getNote(),
			'file' => $letter->getFileId() === null ? null : (string)$letter->getFileId(),
		]);
	}

	/** Whose letter it is, in words; empty for all. */
	private function name(Segment $segment): string {
		return match ($segment->kind) {
			Segment::TERRITORY => $this->territories->name(...explode(':', $segment->of, 2) + ['', '']) ?? $segment->of,
			Segment::THEME => $this->vocabulary->labelsById($this->language->code())[$segment->of] ?? $segment->of,
			Segment::GROUP => $this->groups->title((int)$segment->of) ?? '',
			default => '',
		};
	}

	/** Whether a passage is about the readers of a letter. */
	private function concerns(Segment $segment, Passage $passage): bool {
		return match ($segment->kind) {
			Segment::TERRITORY => in_array($segment->of, array_merge(...array_map($this->around(...), $passage->about['places'])), true),
			Segment::THEME => in_array($segment->of, $this->vocabulary->resolveAll($passage->about['terms'], ...Vocabulary::SUBJECTS), true),
			Segment::GROUP => in_array((int)$segment->of, $passage->about['groups'], true),
			default => true,
		};
	}

	/**
	 * @param array{kind: string, code: string} $place
	 * @return list<string> the territories around it, itself first, as `departement:11`
	 */
	private function around(array $place): array {
		$of = "{$place['kind']}:{$place['code']}";
		return $this->around[$of] ??= array_map(static fn (array $one): string => "{$one['kind']}:{$one['code']}", $this->territories->around($place['kind'], $place['code']));
	}
}
