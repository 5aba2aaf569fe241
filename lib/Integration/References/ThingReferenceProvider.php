<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\References;

use OCA\Reseau\AppInfo\Application;
use OCA\Reseau\Integration\GroupSearchProvider;
use OCA\Reseau\Integration\MemberSearchProvider;
use OCA\Reseau\Integration\NoticeSearchProvider;
use OCA\Reseau\Integration\SheetSearchProvider;
use OCA\Reseau\Link\Ref;
use OCA\Reseau\Link\Thing;
use OCA\Reseau\Link\ThingsByAddress;
use OCA\Reseau\Link\Types;
use OCA\Reseau\Member\Viewers;
use OCP\Collaboration\Reference\ADiscoverableReferenceProvider;
use OCP\Collaboration\Reference\IReference;
use OCP\Collaboration\Reference\ISearchableReferenceProvider;
use OCP\Collaboration\Reference\Reference;
use OCP\IL10N;
use OCP\IURLGenerator;

/**
 * Shows links to cards, groups, sheets and notices in texts of any app as a preview, for readers who may see them; for others the address stays plain text, as
 * if the thing did not exist. The smart picker offers what the search finds.
 */
class ThingReferenceProvider extends ADiscoverableReferenceProvider implements ISearchableReferenceProvider {
	/** Drawn by src/entry/reference.ts. */
	public const RICH_OBJECT = 'reseau_thing';

	/** @var array<string, ?Thing> by address, as the viewer may see them */
	private array $known = [];

	public function __construct(
		private readonly ThingsByAddress $byAddress,
		private readonly Types $types,
		private readonly Viewers $viewers,
		private readonly IURLGenerator $urls,
		private readonly IL10N $l,
	) {
	}

	public function getId(): string {
		return 'reseau-things';
	}

	public function getTitle(): string {
		return $this->l->t('People, groups, sheets and notices of the network');
	}

	public function getOrder(): int {
		return 12;
	}

	public function getIconUrl(): string {
		return $this->urls->getAbsoluteURL($this->urls->imagePath(Application::APP_ID, 'app-dark.svg'));
	}

	public function getSupportedSearchProviderIds(): array {
		return [MemberSearchProvider::ID, GroupSearchProvider::ID, SheetSearchProvider::ID, NoticeSearchProvider::ID];
	}

	/** These match pages of other apps. */
	public function matchReference(string $referenceText): bool {
		return $this->ref($referenceText) !== null;
	}

	public function resolveReference(string $referenceText): ?IReference {
		$thing = $this->thing($referenceText);
		if ($thing === null) {
			return null;
		}
		$shown = ['url' => $referenceText] + $thing->present();
		$reference = new Reference($referenceText);
		$reference->setTitle($shown['title']);
		$reference->setDescription($shown['line']);
		$reference->setRichObject(self::RICH_OBJECT, $shown);
		return $reference;
	}

	public function getCachePrefix(string $referenceId): string {
		return $this->ref($referenceId)?->key() ?? '';
	}

	/**
	 * A key made of the reader and what they are shown: Nextcloud caches a reference for an hour, in which a card may be withdrawn or a person may leave
	 * a group. It reveals nothing that is shown.
	 */
	public function getCacheKey(string $referenceId): ?string {
		$thing = $this->thing($referenceId);
		return "{$this->viewers->current()->uid} $referenceId " . hash('sha256', $thing === null ? '' : json_encode($thing->present(), JSON_THROW_ON_ERROR));
	}

	private function ref(string $address): ?Ref {
		$path = $this->byAddress->path($address);
		return $path !== null && str_starts_with($path, '/apps/' . Application::APP_ID . '/') ? $this->byAddress->thing($address) : null;
	}

	private function thing(string $address): ?Thing {
		$viewer = $this->viewers->current();
		$key = "$viewer->uid $address";
		if (!array_key_exists($key, $this->known)) {
			$ref = $viewer->uid === null ? null : $this->ref($address);
			$this->known[$key] = $ref === null ? null : $this->types->one($viewer, $ref);
		}
		return $this->known[$key];
	}
}
