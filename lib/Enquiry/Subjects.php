<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Enquiry;

use OCA\Reseau\Group\Groups;
use OCA\Reseau\Group\GroupSearch;
use OCA\Reseau\Notice\AuthoredNotice;
use OCA\Reseau\Notice\Notices;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Showcase\PublicNotices;
use OCA\Reseau\Showcase\Showcase;

/** What visitors can write about, if it is shown now, and who reads their messages. */
class Subjects {
	public function __construct(
		private readonly Showcase $showcase,
		private readonly PublicNotices $publicNotices,
		private readonly Notices $notices,
		private readonly GroupSearch $publicGroups,
		private readonly Groups $groups,
		private readonly Network $network,
	) {
	}

	/**
	 * Something that is in the public showcase now.
	 *
	 * @throws ReasonException not_found: it does not exist, is not in the showcase, or the showcase is closed
	 */
	public function shown(AboutType $type, int $id): About {
		$this->showcase->requireOpen();
		return match ($type) {
			AboutType::Notice => new About($type, $id, $this->publicNotices->one($id)->notice->getTitle()),
			AboutType::Group => new About($type, $id, $this->publicGroups->showcased($id)['title']),
			AboutType::Network => $id === 0 ? $this->network() : throw ReasonException::notFound(),
		};
	}

	/** As shown(), or null if it is not shown. */
	public function ifShown(AboutType $type, int $id): ?About {
		try {
			return $this->shown($type, $id);
		} catch (ReasonException) {
			return null;
		}
	}

	/**
	 * The things among these whose messages a viewer reads, in the showcase or not.
	 *
	 * @param list<array{AboutType, int}> $things
	 * @return array<string, array<int, About>> by type and id; no type without any
	 */
	public function readBy(Viewer $viewer, array $things): array {
		$ids = [];
		foreach ($things as [$type, $id]) {
			$ids[$type->value][] = $id;
		}
		return array_filter([
			AboutType::Notice->value => $this->noticesOf($viewer, $ids[AboutType::Notice->value] ?? []),
			AboutType::Group->value => $this->groupsOf($viewer, $ids[AboutType::Group->value] ?? []),
			AboutType::Network->value => $viewer->facilitator && isset($ids[AboutType::Network->value]) ? [0 => $this->network()] : [],
		]);
	}

	/** @return list<string> the accounts that read messages about a thing */
	public function readers(AboutType $type, int $id): array {
		return match ($type) {
			AboutType::Notice => $this->authorsOf($id),
			AboutType::Group => $this->facilitatorsOf($id),
			AboutType::Network => $this->network->facilitating(),
		};
	}

	/**
	 * @param list<int> $ids
	 * @return array<int, About>
	 */
	private function noticesOf(Viewer $viewer, array $ids): array {
		$own = array_filter($this->notices->some($ids), static fn (AuthoredNotice $one): bool => $one->isKeptBy($viewer));
		return array_map(static fn (AuthoredNotice $one): About => new About(AboutType::Notice, $one->id(), $one->notice->getTitle()), $own);
	}

	/** @return list<string> for an author without an account, the keepers of their card */
	private function authorsOf(int $noticeId): array {
		$author = $this->notices->one($noticeId)?->author;
		$uid = $author?->getUid();
		return $uid === null ? $this->network->keepers($author?->getStewardUid()) : [$uid];
	}

	/**
	 * @param list<int> $ids
	 * @return array<int, About>
	 */
	private function groupsOf(Viewer $viewer, array $ids): array {
		$groups = [];
		foreach ($this->groups->steered($ids) as $id => ['title' => $title, 'people' => $people]) {
			if ($people()->isSteeredBy($viewer)) {
				$groups[$id] = new About(AboutType::Group, $id, $title);
			}
		}
		return $groups;
	}

	/** @return list<string> if no one facilitates the group, the facilitators of the network */
	private function facilitatorsOf(int $groupId): array {
		$group = $this->groups->one($groupId);
		$uids = array_map(static fn (int $id): string => (string)$group->member($id)?->getUid(), array_keys($group->facilitators()));
		return $uids === [] ? $this->network->facilitating() : $uids;
	}

	private function network(): About {
		return new About(AboutType::Network, 0, $this->network->name());
	}
}
