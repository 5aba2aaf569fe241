<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Link;

use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;

/** Who may know of a link, make one and take one away. */
class LinkAccess {
	public function __construct(
		private readonly Types $types,
		private readonly Viewers $viewers,
	) {
	}

	/** Who is asking right now. */
	public function viewer(): Viewer {
		return $this->viewers->current();
	}

	/**
	 * A thing the viewer may know of.
	 *
	 * @throws ReasonException not_found: it is not there, or not for this viewer
	 */
	public function thing(Viewer $viewer, Ref $ref): Thing {
		return $this->types->one($viewer, $ref) ?? throw ReasonException::notFound();
	}

	/**
	 * Whoever has a card that others see links: their name stands beside what they link.
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
	 * @throws ReasonException unknown_thing, with the field it was named in
	 */
	public function requireKnown(Viewer $viewer, Ref $ref, string $field): void {
		if ($this->types->one($viewer, $ref) === null) {
			throw self::unknown($field);
		}
	}

	/** Whoever made it, decides about one of its ends, or facilitates the network. */
	public static function mayRemove(Viewer $viewer, Link $link, Thing $a, Thing $b): bool {
		return ($viewer->uid !== null && $link->getAuthorUid() === $viewer->uid) || $viewer->facilitator || $a->isKept() || $b->isKept();
	}

	/**
	 * A link that the viewer may take away.
	 *
	 * @throws ReasonException not_found: it is not there, or the viewer may not know of both its ends · not_yours
	 */
	public function requireRemoving(Viewer $viewer, ?Link $link): Link {
		$known = $link === null ? [] : $this->types->known($viewer, [$link->a(), $link->b()]);
		if ($link === null || count($known) < 2) {
			throw ReasonException::notFound();
		}
		return self::mayRemove($viewer, $link, ...array_values($known)) ? $link : throw ReasonException::notYours();
	}

	public static function unknown(string $field): ReasonException {
		return new ReasonException('unknown_thing', Http::STATUS_UNPROCESSABLE_ENTITY, ['field' => $field]);
	}
}
