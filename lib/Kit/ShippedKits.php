<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Kit;

use OCA\Reseau\Shared\ReasonException;

/** The kits that come with the app. Each also has a title, a sentence that says for whom it is, and the language of its words and texts. */
class ShippedKits {
	private const FILES = [
		'reseau-local' => __DIR__ . '/shipped/reseau-local.json',
		'tiers-lieu' => __DIR__ . '/shipped/tiers-lieu.json',
		'entraide' => __DIR__ . '/shipped/entraide.json',
	];

	/** @return list<array{id: string, title: string, about: string, language: string}> ShippedKitSchema of src/settings/model.ts, without what is missing */
	public function list(): array {
		$kits = [];
		foreach (array_keys(self::FILES) as $id) {
			['title' => $title, 'about' => $about, 'language' => $language] = Kit::read($this->text($id));
			$kits[] = ['id' => $id, 'title' => $title, 'about' => $about, 'language' => $language];
		}
		return $kits;
	}

	public function has(string $id): bool {
		return isset(self::FILES[$id]);
	}

	/**
	 * @return string JSON, as Kit::read() reads it
	 * @throws ReasonException not_found
	 */
	public function text(string $id): string {
		return (string)file_get_contents(self::FILES[$id] ?? throw ReasonException::notFound());
	}
}
