<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Link;

use OCP\IURLGenerator;

/** Finds things by the addresses of their pages, in any form they are copied in. */
class ThingsByAddress {
	public function __construct(
		private readonly Types $types,
		private readonly IURLGenerator $urls,
	) {
	}

	/** Whether the input is an address of any site, not words. */
	public static function isAddress(string $text): bool {
		return preg_match('~^(?:https?://|/\S)~i', $text) === 1;
	}

	/** The thing at an address of this Nextcloud, whether it exists or not. */
	public function thing(string $address): ?Ref {
		$path = $this->path($address);
		parse_str((string)parse_url($address, PHP_URL_QUERY), $query);
		foreach ($path === null ? [] : $this->types->all() as $linkable) {
			$id = $linkable->idAt($path, $query);
			if ($id !== null) {
				return new Ref($linkable->type(), $id);
			}
		}
		return null;
	}

	/** @return ?string path within this Nextcloud, without index.php; null: not an address, or one of another site */
	public function path(string $address): ?string {
		if (!self::isAddress($address)) {
			return null;
		}
		$here = rtrim($this->urls->getAbsoluteURL('/'), '/');
		// http and https are the same address.
		$bare = static fn (string $url): string => (string)preg_replace('~^https?://~i', '', $url);
		$full = preg_match('~^https?://~i', $address) === 1;
		if ($full && !str_starts_with(mb_strtolower($bare($address)) . '/', mb_strtolower($bare($here)) . '/')) {
			return null;
		}
		$root = (string)parse_url($here, PHP_URL_PATH);
		$rest = match (true) {
			$full => substr($bare($address), strlen($bare($here))),
			$root !== '' && str_starts_with($address, "$root/") => substr($address, strlen($root)),
			default => $address,
		};
		$path = self::asRead((string)preg_replace('~[?#].*~s', '', $rest));
		return str_starts_with($path, '/index.php/') ? substr($path, strlen('/index.php')) : $path;
	}

	/** A path as Nextcloud's router reads it: decoded, without dot segments, which browsers and other clients remove. */
	private static function asRead(string $path): string {
		$segments = [];
		foreach (explode('/', rawurldecode($path)) as $segment) {
			if ($segment === '..') {
				array_pop($segments);
			} elseif ($segment !== '.') {
				$segments[] = $segment;
			}
		}
		return implode('/', $segments);
	}
}
