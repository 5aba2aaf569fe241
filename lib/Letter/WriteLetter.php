<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Letter;

use OCA\Reseau\Settings\NetworkTexts;
use OCA\Reseau\Shared\ActionLimit;
use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Shared\RequestKey;
use OCP\AppFramework\Http;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\DB\Exception;
use OCP\IDBConnection;

/** Makes, changes and deletes letters, as long as they are drafts; one that went out can only be deleted. */
class WriteLetter {
	use Atomic;

	private const MOST = [ActionLimit::HOUR => 30, ActionLimit::DAY => 60];

	public function __construct(
		private readonly LetterMapper $letters,
		private readonly LetterItemMapper $items,
		private readonly LetterMailMapper $mails,
		private readonly Letters $reading,
		private readonly LetterRules $rules,
		private readonly Passages $passages,
		private readonly NetworkTexts $texts,
		private readonly ActionLimit $limit,
		private readonly ITimeFactory $clock,
		private readonly IDBConnection $db,
	) {
	}

	/**
	 * @param array<array-key, mixed> $input NewLetterSchema of src/letter/model.ts, raw input
	 * @return int number of the letter; of the one there is if the key was used before
	 * @throws ReasonException not_yours · bad_key · unknown_kind · bad_day · enough_letters · enough_letters_today · those of LetterRules::write()
	 */
	public function make(Viewer $viewer, array $input): int {
		Letters::requireFacilitator($viewer);
		$key = RequestKey::hash($input['key'] ?? null, (string)$viewer->uid);
		$kind = Input::string($input['kind'] ?? null, 'kind');
		$letter = new Letter();
		$letter->setKind(in_array($kind, [Letter::LETTER, Letter::STATUTORY], true) ? $kind : throw ReasonException::at('unknown_kind', 'kind'));
		$letter->setReaders(Segment::ALL);
		$this->rules->write($letter, ['title' => $input['title'] ?? '', 'language' => $input['language'] ?? ''] + array_intersect_key($input, ['readers' => 0])
			+ ($letter->isStatutory() ? [] : ['from' => $input['from'] ?? '', 'until' => $input['until'] ?? '']));
		$made = $this->letters->findByKey($key);
		if ($made !== null) {
			return $made->id();
		}
		$this->limit->count('reseau-letter', self::MOST, 'enough_letters');
		$letter->setKeyHash($key);
		$letter->setState(Letter::DRAFT);
		$letter->setVersion(1);
		$letter->setChangedAt($this->clock->getTime());
		if (!$letter->isStatutory()) {
			$letter->setEditorial($this->texts->text(NetworkTexts::LETTER_OPENING));
		}
		try {
			return $this->atomic(fn (): int => $this->insert($letter), $this->db);
		} catch (Exception $e) {
			// The same key at the same moment.
			$made = $e->getReason() === Exception::REASON_UNIQUE_CONSTRAINT_VIOLATION ? $this->letters->findByKey($key) : null;
			return $made?->id() ?? throw $e;
		}
	}

	/** With the words it ends with, as a block of its own: the facilitators' text comes before what happened. */
	private function insert(Letter $letter): int {
		$id = (int)$this->letters->insert($letter)->getId();
		$closing = $letter->isStatutory() ? '' : $this->texts->text(NetworkTexts::LETTER_CLOSING);
		if ($closing !== '') {
			$this->items->replace($id, LetterRules::items($id, [['kind' => LetterItem::BLOCK, 'taken' => true, 'text' => $closing]]));
		}
		return $id;
	}

	/**
	 * @param array<array-key, mixed> $input LetterChangesSchema, raw input: the whole of it, from a version
	 * @throws ReasonException not_yours · not_found · letter_sent · version_missing · stale_version · those of LetterRules
	 */
	public function change(Viewer $viewer, int $id, array $input): void {
		$this->reading->draft($viewer, $id);
		$version = Input::version($input);
		$this->atomicAgain(function () use ($viewer, $id, $input, $version): void {
			$this->letters->hold($id);
			$letter = $this->reading->draft($viewer, $id);
			if ($letter->getVersion() !== $version) {
				throw ReasonException::stale();
			}
			$this->rules->write($letter, $input);
			$items = $letter->isStatutory() ? [] : $this->keepUnseen($viewer, $letter, LetterRules::items($id, $input['items'] ?? []));
			$letter->setVersion($version + 1);
			$letter->setChangedAt($this->clock->getTime());
			$this->letters->update($letter);
			$this->items->replace($id, $items);
		}, $this->db);
	}

	/**
	 * Words in place of a passage's are written by who sees it, and shown to them alone: of all others, what is stored stays, also where a browser that
	 * was not shown it left it out.
	 *
	 * @param list<LetterItem> $items
	 * @return list<LetterItem>
	 */
	private function keepUnseen(Viewer $viewer, Letter $letter, array $items): array {
		$stored = [];
		foreach ($this->items->findOf($letter->id()) as $item) {
			$stored += $item->isBlock() ? [] : [$item->key() => $item];
		}
		$seen = $this->passages->seen($viewer, $this->passages->read(Compose::objects([...$items, ...array_values($stored)]), $letter->getLanguage()));
		foreach ($items as $item) {
			if (!$item->isBlock() && !isset($seen[$item->key()])) {
				$before = $stored[$item->key()] ?? null;
				$item->setText($before?->getText());
				$item->setHash($before?->getHash());
			}
			unset($stored[$item->isBlock() ? '' : $item->key()]);
		}
		foreach ($stored as $key => $item) {
			if (!isset($seen[$key]) && !$item->isTaken() && $item->getText() !== null) {
				$items[] = $item->copy(count($items));
			}
		}
		return $items;
	}

	/**
	 * The letter as it would be, without storing it.
	 *
	 * @param array<array-key, mixed> $input LetterContentSchema, raw input
	 * @return array{Letter, list<LetterItem>}
	 * @throws ReasonException not_yours · not_found · letter_sent · those of LetterRules
	 */
	public function imagine(Viewer $viewer, int $id, array $input): array {
		$letter = $this->reading->draft($viewer, $id);
		$this->rules->write($letter, $input, false);
		return [$letter, $letter->isStatutory() ? [] : LetterRules::items($id, $input['items'] ?? [])];
	}

	/**
	 * A draft, or one that went out: then nobody finds it online any more. The copy in the library is a file and stays.
	 *
	 * @throws ReasonException not_yours · not_found · letter_sending: stop it first
	 */
	public function delete(Viewer $viewer, int $id): void {
		$this->reading->one($viewer, $id);
		$this->atomicAgain(function () use ($viewer, $id): void {
			$this->letters->hold($id);
			$letter = $this->reading->one($viewer, $id);
			if ($letter->is(Letter::SENDING)) {
				throw new ReasonException('letter_sending', Http::STATUS_CONFLICT);
			}
			$this->items->deleteBy('letter_id', $id);
			$this->mails->deleteOf($id);
			$this->letters->delete($letter);
		}, $this->db);
	}

	/**
	 * Where the browser put its copy in the library.
	 *
	 * @throws ReasonException not_yours · not_found · wrong_type
	 */
	public function keepFile(Viewer $viewer, int $id, mixed $file): void {
		$letter = $this->reading->one($viewer, $id);
		$letter->setFileId(LetterRules::id($file) ?? throw ReasonException::at('wrong_type', 'file'));
		$this->letters->update($letter);
	}
}
