<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Notice;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\People;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Audience\Visibility;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;

/** The permissions on notices: to see, write and end them. */
class NoticeAccess {
	public function __construct(
		private readonly Notices $notices,
		private readonly People $people,
		private readonly Visibility $visibility,
	) {
	}

	/**
	 * A notice this viewer may see.
	 *
	 * @throws ReasonException not_found: it does not exist, or not for this viewer
	 */
	public function seen(Viewer $viewer, int $id): AuthoredNotice {
		$found = $this->notices->one($id);
		return $found !== null && $found->isSeenBy($viewer) ? $found : throw ReasonException::notFound();
	}

	/**
	 * A notice this viewer decides about.
	 *
	 * @throws ReasonException not_found · not_yours
	 */
	public function kept(Viewer $viewer, int $id): AuthoredNotice {
		$found = $this->seen($viewer, $id);
		return $found->isKeptBy($viewer) ? $found : throw ReasonException::notYours();
	}

	/**
	 * A notice this viewer decides about; for facilitators of the network, every notice they see.
	 *
	 * @throws ReasonException not_found · not_yours
	 */
	public function hosted(Viewer $viewer, int $id): AuthoredNotice {
		$found = $this->seen($viewer, $id);
		return $found->isKeptBy($viewer) || $viewer->facilitator ? $found : throw ReasonException::notYours();
	}

	/**
	 * The author: the viewer, or a person whose card they keep.
	 *
	 * @param ?int $memberId null: the viewer
	 * @throws ReasonException no_card · unknown_member · card_hidden
	 */
	public function author(Viewer $viewer, ?int $memberId): Member {
		if ($memberId === null && $viewer->memberId === null) {
			throw new ReasonException('no_card', Http::STATUS_NOT_FOUND);
		}
		$author = $this->people->byId($memberId ?? (int)$viewer->memberId);
		if ($author === null || !Visibility::keeps($viewer, $author)) {
			throw ReasonException::at('unknown_member', 'memberId');
		}
		self::requireShown($author);
		return $author;
	}

	/**
	 * @throws ReasonException card_hidden
	 */
	public static function requireShown(Member $author): void {
		if (!$author->isShown()) {
			throw new ReasonException('card_hidden', Http::STATUS_UNPROCESSABLE_ENTITY);
		}
	}

	/**
	 * A person without an account can answer a notice for one group only if they are in it.
	 *
	 * @throws ReasonException notice_of_group
	 */
	public function requireFor(AuthoredNotice $one, Member $person): void {
		$group = $one->notice->getOnlyGroup();
		if ($group !== null && !isset($this->visibility->groups($person->ownerId())[$group])) {
			throw new ReasonException('notice_of_group', Http::STATUS_UNPROCESSABLE_ENTITY);
		}
	}

	/** @return list<int> people a notice thanks, regardless of who may see them */
	public function thanked(AuthoredNotice $one): array {
		return $this->notices->thanks([$one->id()])[$one->id()] ?? [];
	}

	/** @return callable(int): bool whether the author is active in a group */
	public function groupsOf(Member $author): callable {
		return fn (int $group): bool => isset($this->visibility->groups($author->ownerId())[$group]);
	}

	/** @return array<string, bool> `can` of the payload */
	public function can(Viewer $viewer, AuthoredNotice $one): array {
		$keeps = $one->isKeptBy($viewer);
		$open = $one->notice->is(Notice::OPEN);
		$stopped = $one->notice->isStopped();
		$shown = $one->author->isShown();
		return [
			'edit' => $keeps && $open,
			'renew' => $keeps && $shown && !$one->notice->is(Notice::DONE) && !$stopped,
			'close' => $keeps && !$stopped,
			'end' => $open && ($keeps || $viewer->facilitator),
			'reopen' => !$open && $shown && ($stopped ? $viewer->facilitator : $keeps),
			'delete' => $keeps,
			'answer' => $one->isOpen() && !$keeps,
		];
	}
}
