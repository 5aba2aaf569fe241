<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Letter;

use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;

/** Reads letters: drafts for the facilitators of the network, what went out for those for whom it is. */
class Letters {
	public function __construct(
		private readonly LetterMapper $letters,
		private readonly LetterItemMapper $items,
	) {
	}

	/**
	 * @return list<Letter> without their texts: for facilitators all, for members letters that went out
	 */
	public function all(Viewer $viewer): array {
		return $viewer->facilitator ? $this->letters->findAll() : $this->letters->findOut();
	}

	/** @return list<Letter> letters that went out, the last one first, without their texts */
	public function out(): array {
		return $this->letters->findOut();
	}

	/** @return list<Letter> messages to all members that went out, the last one first, without their texts */
	public function messages(): array {
		return $this->letters->findOut(Letter::STATUTORY);
	}

	/** With its texts; null: it was deleted meanwhile. */
	public function whole(Letter $brief): ?Letter {
		return $this->letters->find($brief->id());
	}

	/**
	 * For facilitators, in whatever state.
	 *
	 * @throws ReasonException not_yours · not_found
	 */
	public function one(Viewer $viewer, int $id): Letter {
		self::requireFacilitator($viewer);
		return $this->letters->find($id) ?? throw ReasonException::notFound();
	}

	/**
	 * @throws ReasonException not_yours · not_found · letter_sent: it is being sent, or was
	 */
	public function draft(Viewer $viewer, int $id): Letter {
		$letter = $this->one($viewer, $id);
		return $letter->is(Letter::DRAFT) ? $letter : throw new ReasonException('letter_sent', Http::STATUS_CONFLICT);
	}

	/**
	 * A letter that went out: everybody reads of it what they may see. What a message said, facilitators show who asks.
	 *
	 * @throws ReasonException not_found
	 */
	public function sent(Viewer $viewer, int $id): Letter {
		$letter = $this->letters->find($id);
		return $letter !== null && !$letter->is(Letter::DRAFT) && ($viewer->facilitator || !$letter->isStatutory()) ? $letter : throw ReasonException::notFound();
	}

	/** @return list<LetterItem> in their order */
	public function itemsOf(Letter $letter): array {
		return $this->items->findOf($letter->id());
	}

	/**
	 * @throws ReasonException not_yours
	 */
	public static function requireFacilitator(Viewer $viewer): void {
		if (!$viewer->facilitator) {
			throw ReasonException::notYours();
		}
	}
}
