<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Link\Event;

use Closure;
use OCA\Reseau\Shared\Audience\Viewer;
use OCP\EventDispatcher\Event;

/** Files are shown among other things: whoever knows more of some than their names says so, as far as the viewer may know. */
class DescribingFiles extends Event {
	/** @var array<int, array{title: string, line: Closure(): string, icon: string}> */
	private array $sheets = [];

	/** @var array<int, string> */
	private array $gone = [];

	/**
	 * @param list<int> $there files and folders the viewer has
	 * @param list<int> $missing those they do not have, or that are gone
	 */
	public function __construct(
		public readonly Viewer $viewer,
		public readonly array $there,
		public readonly array $missing,
	) {
		parent::__construct();
	}

	/**
	 * One that has a sheet the viewer may read.
	 *
	 * @param Closure(): string $line asked for where it is shown
	 */
	public function sheet(int $file, string $title, Closure $line, string $icon = 'sheet'): void {
		$this->sheets[$file] = ['title' => $title, 'line' => $line, 'icon' => $icon];
	}

	/** One of the missing that is gone for everybody, and that the viewer could have seen. */
	public function gone(int $file, string $title): void {
		$this->gone[$file] = $title;
	}

	/** @return ?array{title: string, line: Closure(): string, icon: string} */
	public function sheetOf(int $file): ?array {
		return $this->sheets[$file] ?? null;
	}

	/** @return array<int, string> titles by file */
	public function tombstones(): array {
		return array_intersect_key($this->gone, array_flip($this->missing));
	}
}
