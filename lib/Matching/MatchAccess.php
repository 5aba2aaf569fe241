<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Matching;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\People;
use OCA\Reseau\Notice\Notice;
use OCA\Reseau\Notice\NoticeAccess;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Audience\Visibility;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;

/** For which card a viewer may ask for people to meet, and about which person. */
class MatchAccess {
	public function __construct(
		private readonly People $people,
		private readonly NoticeAccess $notices,
	) {
	}

	/**
	 * @param mixed $member id of a card the viewer keeps; null or empty: their own
	 * @return ?Member null if the viewer has no card
	 * @throws ReasonException wrong_type · not_found · not_yours
	 */
	public function subject(Viewer $viewer, mixed $member): ?Member {
		if ($member === null || $member === '') {
			return $viewer->memberId === null ? null : $this->people->byId($viewer->memberId);
		}
		$card = $this->seen($viewer, Input::number($member) ?? throw new ReasonException('wrong_type', details: ['field' => 'member']));
		return Visibility::keeps($viewer, $card) ? $card : throw ReasonException::notYours();
	}

	/**
	 * A notice of the viewer, or of a person whose card they keep.
	 *
	 * @return array{Member, ?Notice} its author, and the notice; null if it is not open
	 * @throws ReasonException not_found · not_yours
	 */
	public function notice(Viewer $viewer, int $id): array {
		$one = $this->notices->kept($viewer, $id);
		return [$this->seen($viewer, $one->author->ownerId()), $one->isOpen() ? $one->notice : null];
	}

	/**
	 * @throws ReasonException no_card · those of subject()
	 */
	public function needed(Viewer $viewer, mixed $member): Member {
		return $this->subject($viewer, $member) ?? throw new ReasonException('no_card', Http::STATUS_NOT_FOUND);
	}

	/**
	 * @throws ReasonException not_found
	 */
	public function seen(Viewer $viewer, int $id): Member {
		$member = $this->people->byId($id);
		return $member !== null && People::knows($viewer, $member) ? $member : throw ReasonException::notFound();
	}
}
