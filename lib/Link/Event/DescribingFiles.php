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

/** Files are shown among other things: listeners that know more than a file's name add it, as far as the viewer may see it. */
class DescribingFiles extends Event {
	/** @var array<int, array{title: string, line: Closure(): string, icon: string, mine: bool}> */
	private array $sheets = [];

	/** @var array<int, string> */
	private array $gone = [];

	/**
	 * @param list<int> $there files and folders the viewer has
	 * @param list<int> $missing files they do not have, or that no longer exist
	 */
	public function __construct(
		public readonly Viewer $viewer,
		public readonly array $there,
		public readonly array $missing,
	) {
		parent::__construct();
	}

	/**
	 * A file with a sheet that the viewer may read.
	 *
	 * @param Closure(): string $line called only when it is shown
	 * @param bool $mine it names the viewer as its author
	 */
	public function sheet(int $file, string $title, Closure $line, bool $mine, string $icon = 'sheet'): void {
		$this->sheets[$file] = ['title' => $title, 'line' => $line, 'icon' => $icon, 'mine' => $mine];
	}

	/** A missing file that is deleted for everyone, and that the viewer could have seen. */
	public function gone(int $file, string $title): void {
		$this->gone[$file] = $title;
	}

	/** @return ?array{title: string, line: Closure(): string, icon: string, mine: bool} */
	public function sheetOf(int $file): ?array {
		return $this->sheets[$file] ?? null;
	}

	/** @return array<int, string> titles by file */
	public function tombstones(): array {
		return array_intersect_key($this->gone, array_flip($this->missing));
	}
}
