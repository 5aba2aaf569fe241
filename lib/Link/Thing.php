<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Link;

use Closure;

/** A thing as its viewer may see it. */
final class Thing {
	/**
	 * @param Closure(): string $line its description in one line; called only when it is shown
	 * @param string $url path of its page; empty if it no longer has one
	 * @param 'person'|'organisation'|'group'|'board'|'card'|'folder'|'file'|'sheet'|'notice' $icon
	 * @param ?string $uid account whose avatar it shows
	 * @param bool $gone it no longer exists, only its title is left
	 * @param ?Closure(): bool $keeps whether the viewer decides about it, and so about links others made with it; null: no one does
	 */
	public function __construct(
		public readonly Ref $ref,
		public readonly string $title,
		private readonly Closure $line,
		public readonly string $url,
		public readonly string $icon,
		public readonly ?string $uid = null,
		public readonly bool $gone = false,
		private readonly ?Closure $keeps = null,
	) {
	}

	/** @return list<string> the ends of relations it can be (Vocabulary\Relations): its type, and `organisation` if it is one */
	public function ends(): array {
		return [$this->ref->type->value, ...$this->icon === 'organisation' ? ['organisation'] : []];
	}

	public function isKept(): bool {
		return $this->keeps !== null && ($this->keeps)();
	}

	/** @return array<string, mixed> ThingSchema of src/link/model.ts */
	public function present(): array {
		return $this->ref->present() + ['title' => $this->title, 'line' => ($this->line)()] + $this->briefly();
	}

	/** @return array<string, mixed> without the line, for hundreds together */
	public function briefly(): array {
		return $this->ref->present() + [
			'title' => $this->title,
			'url' => $this->url,
			'icon' => $this->icon,
			'uid' => $this->uid,
			'gone' => $this->gone,
		];
	}
}
