<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Letter;

use Closure;
use OCP\IURLGenerator;

/** Where the passages of a letter link to: the app for people with an account, the page of a notice for people who get notices by mail, nowhere for others. */
class LetterLinks {
	public const APP = 'app';
	public const PASSED = 'passed';
	public const NONE = 'none';

	public function __construct(
		private readonly IURLGenerator $urls,
	) {
	}

	/**
	 * @param self::APP|self::PASSED|self::NONE $mode
	 * @param list<int> $notices whose pages readers without an account can open
	 * @return Closure(Passage): ?string
	 */
	public function of(string $mode, array $notices = []): Closure {
		$app = $this->urls->linkToRouteAbsolute('reseau.page.index');
		return static fn (Passage $passage): ?string => match (true) {
			$passage->path === '' => null,
			$mode === self::APP => $app . $passage->path,
			$mode === self::PASSED && $passage->kind === Passage::NOTICE && in_array($passage->id, $notices, true) => Composed::slot("notice $passage->id"),
			default => null,
		};
	}

	/** A page of the app, absolute. */
	public function page(string $path): string {
		return $this->urls->linkToRouteAbsolute('reseau.page.index') . $path;
	}
}
