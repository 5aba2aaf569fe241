<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Settings;

use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Services\IAppConfig;
use OCP\IGroupManager;
use OCP\IUser;

/** The network's settings: app config in Nextcloud, which `occ config:app:set` can write too. */
class Network {
	public const FACILITATORS_GROUP = 'reseau-facilitation';
	public const REGION = '76';

	public function __construct(
		private readonly IAppConfig $config,
		private readonly IGroupManager $groups,
	) {
	}

	/** The network's name, or a default if it has none. */
	public function name(): string {
		return $this->ownName() === '' ? 'Réseau' : $this->ownName();
	}

	/** The network's own name, empty if not set. */
	public function ownName(): string {
		return $this->config->getAppValueString('network_name');
	}

	public function rename(string $name): void {
		$this->config->setAppValueString('network_name', $name);
	}

	/** The facilitators' text for people's first visits, empty if there is none. */
	public function welcome(): string {
		return $this->text(NetworkTexts::WELCOME);
	}

	/** @param string $which one of NetworkTexts, whose write() compares it with its former value */
	public function text(string $which): string {
		return match ($which) {
			NetworkTexts::WELCOME => $this->config->getAppValueString('welcome'),
			NetworkTexts::LETTER_OPENING => $this->config->getAppValueString('letter_opening', lazy: true),
			NetworkTexts::LETTER_CLOSING => $this->config->getAppValueString('letter_closing', lazy: true),
		};
	}

	public function setText(string $which, string $text): void {
		match ($which) {
			NetworkTexts::WELCOME => $this->config->setAppValueString('welcome', $text),
			NetworkTexts::LETTER_OPENING => $this->config->setAppValueString('letter_opening', $text, lazy: true),
			NetworkTexts::LETTER_CLOSING => $this->config->setAppValueString('letter_closing', $text, lazy: true),
		};
	}

	/** Whether members are asked if they want the letter: not before the network has one. */
	public function asksForLetter(): bool {
		return $this->config->getAppValueString('letter_asks') !== '';
	}

	public function setAsksForLetter(bool $asks): void {
		$this->config->setAppValueString('letter_asks', $asks ? '1' : '');
	}

	/** Whether anyone may subscribe to the letter on a page that needs no account. */
	public function takesSubscriptions(): bool {
		return $this->config->getAppValueString('letter_open', lazy: true) !== '';
	}

	public function setTakesSubscriptions(bool $takes): void {
		$this->config->setAppValueString('letter_open', $takes ? '1' : '', lazy: true);
	}

	/** Whether an administrator allows a public showcase. */
	public function allowsShowcase(): bool {
		return $this->config->getAppValueString('showcase') !== '';
	}

	/** If it is no longer allowed, a facilitator has to open it again: allowing it shows nothing. */
	public function setAllowsShowcase(bool $allows): void {
		$this->config->setAppValueString('showcase', $allows ? '1' : '');
		if (!$allows) {
			$this->setOpensShowcase(false);
		}
	}

	/** Whether a facilitator of the network opened it; it also has to be allowed. */
	public function opensShowcase(): bool {
		return $this->config->getAppValueString('showcase_open', lazy: true) !== '';
	}

	public function setOpensShowcase(bool $opens): void {
		$this->config->setAppValueString('showcase_open', $opens ? '1' : '', lazy: true);
	}

	/** Whether search engines may list its pages. */
	public function showcaseIndexed(): bool {
		return $this->config->getAppValueString('showcase_indexed', lazy: true) !== '';
	}

	public function setShowcaseIndexed(bool $indexed): void {
		$this->config->setAppValueString('showcase_indexed', $indexed ? '1' : '', lazy: true);
	}

	/** @return list<string> origins of the sites that may show it in a frame, such as https://www.example.org */
	public function showcaseFrames(): array {
		return array_values(array_filter(explode(' ', $this->config->getAppValueString('showcase_frames', lazy: true))));
	}

	/** @param list<string> $origins */
	public function setShowcaseFrames(array $origins): void {
		$this->config->setAppValueString('showcase_frames', implode(' ', $origins), lazy: true);
	}

	/** Region whose territories are suggested first, INSEE code. */
	public function region(): string {
		return $this->config->getAppValueString('region', self::REGION);
	}

	public function setRegion(string $region): void {
		$this->config->setAppValueString('region', $region);
	}

	/** @return list<string> further départements whose territories are suggested with the region's, INSEE codes */
	public function departements(): array {
		return array_values(array_filter(array_map(trim(...), explode(',', $this->config->getAppValueString('departements')))));
	}

	/** @param list<string> $codes */
	public function setDepartements(array $codes): void {
		$this->config->setAppValueString('departements', implode(',', $codes));
	}

	/** Folder of the library, as a path in Files; empty if none was chosen. */
	public function library(): string {
		return $this->config->getAppValueString('library', lazy: true);
	}

	/** Id of that folder, which stays the same when people rename it for themselves; null: not known yet. */
	public function libraryId(): ?int {
		// Stored with its path: `occ` may have written another path since.
		[$id, $path] = explode(' ', $this->config->getAppValueString('library_id', lazy: true), 2) + ['', ''];
		return $id !== '' && $path === $this->library() ? (int)$id : null;
	}

	public function setLibrary(string $path, ?int $id): void {
		$this->config->setAppValueString('library', $path, lazy: true);
		$this->config->setAppValueString('library_id', $id === null ? '' : "$id $path", lazy: true);
	}

	public function teamPreset(): TeamPreset {
		return TeamPreset::tryFrom($this->config->getAppValueString('team_preset', lazy: true)) ?? TeamPreset::Request;
	}

	public function setTeamPreset(TeamPreset $preset): void {
		$this->config->setAppValueString('team_preset', $preset->value, lazy: true);
	}

	/** Id of the Nextcloud group whose members facilitate the network. */
	public function facilitatorsGroup(): string {
		return $this->config->getAppValueString('facilitators_group', self::FACILITATORS_GROUP);
	}

	public function setFacilitatorsGroup(string $group): void {
		$this->config->setAppValueString('facilitators_group', $group);
	}

	/** Until the network has facilitators, administrators act as such: someone must be able to reach cards without a keeper. */
	public function isFacilitator(string $uid): bool {
		return $this->groups->isInGroup($uid, $this->facilitatorsGroup())
			|| ($this->groups->isAdmin($uid) && $this->facilitators() === []);
	}

	public function isAdministrator(string $uid): bool {
		return $this->groups->isAdmin($uid);
	}

	/**
	 * @throws ReasonException not_yours
	 */
	public function requireFacilitator(string $uid): void {
		if (!$this->isFacilitator($uid)) {
			throw ReasonException::notYours();
		}
	}

	/** @return list<array{uid: string, name: string}> */
	public function facilitators(): array {
		return array_map(
			static fn (IUser $user): array => ['uid' => $user->getUID(), 'name' => $user->getDisplayName()],
			$this->enabled($this->facilitatorsGroup()),
		);
	}

	/** @return list<string> accounts for which isFacilitator() is true */
	public function facilitating(): array {
		$users = $this->enabled($this->facilitatorsGroup()) ?: $this->enabled('admin');
		return array_map(static fn (IUser $user): string => $user->getUID(), $users);
	}

	/**
	 * The accounts that decide about the card of a person without an account.
	 *
	 * @param ?string $steward the account that keeps it; null: the facilitators together
	 * @return list<string>
	 */
	public function keepers(?string $steward): array {
		return $steward === null ? $this->facilitating() : [$steward];
	}

	/** @return list<IUser> the accounts of a group that can log in */
	private function enabled(string $group): array {
		$users = $this->groups->get($group)?->getUsers() ?? [];
		return array_values(array_filter($users, static fn (IUser $user): bool => $user->isEnabled()));
	}
}
