<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Link;

use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;

/** Who may see, make and remove a link. */
class LinkAccess {
	public function __construct(
		private readonly Types $types,
	) {
	}

	/**
	 * A thing the viewer may see.
	 *
	 * @throws ReasonException not_found: it does not exist, or this viewer may not see it
	 */
	public function thing(Viewer $viewer, Ref $ref): Thing {
		return $this->types->one($viewer, $ref) ?? throw ReasonException::notFound();
	}

	/**
	 * People whose card others see may link: their name is shown next to their links.
	 *
	 * @return array{link: bool, linkWithCard: bool} of NeighbourhoodSchema
	 */
	public function can(Viewer $viewer, Thing $subject): array {
		return ['link' => $viewer->shown && !$subject->gone, 'linkWithCard' => !$viewer->shown && !$subject->gone];
	}

	/**
	 * @throws ReasonException no_card · card_hidden
	 */
	public function requireLinking(Viewer $viewer): void {
		if ($viewer->memberId === null) {
			throw new ReasonException('no_card', Http::STATUS_NOT_FOUND);
		}
		if (!$viewer->shown) {
			throw new ReasonException('card_hidden', Http::STATUS_UNPROCESSABLE_ENTITY);
		}
	}

	/**
	 * @throws ReasonException unknown_thing, with its field
	 */
	public function requireKnown(Viewer $viewer, Ref $ref, string $field): Thing {
		return $this->types->one($viewer, $ref) ?? throw self::unknown($field);
	}

	/** The link's creator, people who decide about one of its ends, and facilitators of the network may remove it. */
	public static function mayRemove(Viewer $viewer, ?string $author, Thing $a, Thing $b): bool {
		return ($viewer->uid !== null && $author === $viewer->uid) || $viewer->facilitator || $a->isKept() || $b->isKept();
	}

	/**
	 * A link that the viewer may remove.
	 *
	 * @throws ReasonException not_found: it does not exist, or the viewer may not see both its ends · not_yours
	 */
	public function requireRemoving(Viewer $viewer, ?Link $link): Link {
		$known = $link === null ? [] : $this->types->known($viewer, [$link->a(), $link->b()]);
		if ($link === null || count($known) < 2) {
			throw ReasonException::notFound();
		}
		return self::mayRemove($viewer, $link->getAuthorUid(), ...array_values($known)) ? $link : throw ReasonException::notYours();
	}

	public static function unknown(string $field): ReasonException {
		return new ReasonException('unknown_thing', Http::STATUS_UNPROCESSABLE_ENTITY, ['field' => $field]);
	}
}
