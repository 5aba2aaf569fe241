<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\References;

use OCA\Reseau\AppInfo\Application;
use OCA\Reseau\Link\ThingsByAddress;
use OCA\Reseau\Showcase\ShowcasePreview;
use OCP\Collaboration\Reference\IPublicReferenceProvider;
use OCP\Collaboration\Reference\IReference;
use OCP\Collaboration\Reference\Reference;

/**
 * Shows links to pages of the public showcase as a preview, also on public pages. It is the same for everyone, and empty if a visitor would not find the
 * page. Without this, Nextcloud would fetch the page itself and keep what it read.
 */
class ShowcaseReferenceProvider implements IPublicReferenceProvider {
	private const PAGES = '/apps/' . Application::APP_ID . '/public';

	/** @var array<string, ?array{title: string, text: string}> by path */
	private array $known = [];

	public function __construct(
		private readonly ThingsByAddress $byAddress,
		private readonly ShowcasePreview $preview,
	) {
	}

	public function matchReference(string $referenceText): bool {
		return $this->path($referenceText) !== null;
	}

	public function resolveReference(string $referenceText): ?IReference {
		$shown = $this->shown($referenceText);
		if ($shown === null) {
			return null;
		}
		$reference = new Reference($referenceText);
		$reference->setTitle($shown['title']);
		$reference->setDescription($shown['text']);
		return $reference;
	}

	public function resolveReferencePublic(string $referenceText, string $sharingToken): ?IReference {
		return $this->resolveReference($referenceText);
	}

	public function getCachePrefix(string $referenceId): string {
		return 'showcase:' . $this->path($referenceId);
	}

	/** A hash of what is shown, so that the cache has no answer for something that is no longer shown; it reveals nothing. */
	public function getCacheKey(string $referenceId): ?string {
		return "$referenceId " . hash('sha256', json_encode($this->shown($referenceId), JSON_THROW_ON_ERROR));
	}

	public function getCacheKeyPublic(string $referenceId, string $sharingToken): ?string {
		return $this->getCacheKey($referenceId);
	}

	/** @return ?string below the first page of the showcase; null: not an address of the showcase */
	private function path(string $address): ?string {
		$path = (string)$this->byAddress->path($address);
		$below = str_starts_with($path, self::PAGES) ? substr($path, strlen(self::PAGES)) : null;
		return $below === '' || $below !== null && $below[0] === '/' ? $below : null;
	}

	/** @return ?array{title: string, text: string} */
	private function shown(string $address): ?array {
		$path = $this->path($address);
		if ($path === null) {
			return null;
		}
		return array_key_exists($path, $this->known) ? $this->known[$path] : $this->known[$path] = $this->preview->of($path);
	}
}
