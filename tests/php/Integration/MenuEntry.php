<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Integration;

use OCP\Contacts\ContactsMenu\IAction;
use OCP\Contacts\ContactsMenu\IActionFactory;
use OCP\Contacts\ContactsMenu\IEntry;
use OCP\Contacts\ContactsMenu\ILinkAction;

/** A contact of Nextcloud's menu with the links it was given, and what makes these. */
final class MenuEntry implements IActionFactory, IEntry {
	/** @var list<array{name: string, href: string}> */
	public array $links = [];

	public function __construct(
		private readonly ?string $uid = null,
		private readonly bool $account = true,
	) {
	}

	public function newLinkAction(string $icon, string $name, string $href, string $appId = ''): ILinkAction {
		return new class ($name, $href) implements ILinkAction {
			public function __construct(
				private readonly string $name,
				private readonly string $href,
			) {
			}

			public function getName(): string {
				return $this->name;
			}

			public function getHref(): string {
				return $this->href;
			}

			public function jsonSerialize(): array {
				return [$this->name, $this->href];
			}
		};
	}

	public function addAction(IAction $action): void {
		$this->links[] = ['name' => $action->getName(), 'href' => $action instanceof ILinkAction ? $action->getHref() : ''];
	}

	public function getProperty(string $key) {
		return ['UID' => $this->uid, 'isLocalSystemBook' => $this->account ?: null][$key] ?? null;
	}

	public function jsonSerialize(): array {
		return $this->links;
	}
}
