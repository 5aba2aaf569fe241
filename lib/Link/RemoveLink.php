<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Link;

use OCA\Reseau\Link\Event\LinkRemoved;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\ReasonException;
use OCP\EventDispatcher\IEventDispatcher;

/** Removes a link that a person made. */
class RemoveLink {
	public function __construct(
		private readonly LinkMapper $links,
		private readonly LinkAccess $access,
		private readonly IEventDispatcher $events,
	) {
	}

	/**
	 * @throws ReasonException not_found · not_yours
	 */
	public function remove(Viewer $viewer, int $id): void {
		$link = $this->access->requireRemoving($viewer, $this->links->findById($id));
		$this->links->delete($link);
		$this->events->dispatchTyped(new LinkRemoved([$link->a(), $link->b()], $id));
	}
}
