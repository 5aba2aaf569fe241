<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Settings;

use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Territory\Territories;

/**
 * Changes the network's settings. A request names the previous value of each setting (`was`): people who change different settings do not conflict,
 * and a value written by `occ` in the meantime is not overwritten.
 *
 * @psalm-type Settings = array{name: string, region: string, departements: list<string>, group: string, library: string, preset: string, showcase: bool, indexed: bool, frames: list<string>}
 */
class NetworkSettings {
	/** Longest name in characters, most départements, most sites that show the showcase and their longest address, as in src/settings/model.ts. */
	public const LIMITS = ['name' => 80, 'departements' => 30, 'frames' => 20, 'frame' => 250];

	/** What a site is named by in `frame-ancestors`: its scheme, its name in ASCII, which is no pattern, and perhaps a port. */
	private const ORIGIN = '~^https?://(?=.{1,253}(?::|\z))[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*(?::[1-9][0-9]{0,4})?\z~';

	public function __construct(
		private readonly Network $network,
		private readonly Territories $territories,
		private readonly Facilitation $facilitation,
		private readonly LibraryFolder $library,
	) {
	}

	/** @return Settings */
	public function settings(): array {
		return [
			'name' => $this->network->ownName(),
			'region' => $this->network->region(),
			'departements' => $this->network->departements(),
			'group' => $this->network->facilitatorsGroup(),
			'library' => $this->network->library(),
			'preset' => $this->network->teamPreset()->value,
			'showcase' => $this->network->allowsShowcase(),
			'indexed' => $this->network->showcaseIndexed(),
			'frames' => $this->network->showcaseFrames(),
		];
	}

	/**
	 * @param array<string, mixed> $input the settings to change, raw, and `was` with their previous values
	 * @param string $uid who changes them: a folder is searched in their Files
	 * @throws ReasonException wrong_type · bad_text · too_long · too_many · network_name_missing · unknown_region ·
	 *         unknown_departement · unknown_group · bad_path · unknown_folder · unknown_preset · bad_origin · stale_version with the
	 *         `current` settings
	 */
	public function change(array $input, string $uid): void {
		$stored = $this->settings();
		$changes = array_intersect_key($input, $stored);
		$was = Fields::map($input['was'] ?? null, 'was');
		$writes = [];
		foreach ($changes as $setting => $value) {
			$writes[] = $this->write($setting, $value, $uid);
		}
		// Invalid input is reported first: a choice between two versions would lead nowhere.
		foreach (array_keys($changes) as $setting) {
			if (($was[$setting] ?? null) !== $stored[$setting]) {
				throw ReasonException::stale(field: $setting, current: $stored);
			}
		}
		foreach ($writes as $write) {
			$write();
		}
	}

	/**
	 * @return callable(): void stores a value, which is validated here
	 * @throws ReasonException
	 */
	private function write(string $setting, mixed $value, string $uid): callable {
		$network = $this->network;
		switch ($setting) {
			case 'name':
				$name = Fields::line($value, $setting, self::LIMITS['name']);
				return $name === '' ? throw ReasonException::at('network_name_missing', $setting) : static fn () => $network->rename($name);
			case 'region':
				$region = Fields::text($value, $setting, 3);
				return $this->territories->name('region', $region) === null
					? throw ReasonException::at('unknown_region', $setting)
					: static fn () => $network->setRegion($region);
			case 'departements':
				$codes = Fields::words($value, $setting, self::LIMITS['departements'], 3);
				foreach ($codes as $i => $code) {
					if ($this->territories->name('departement', $code) === null) {
						throw ReasonException::at('unknown_departement', "$setting.$i");
					}
				}
				return static fn () => $network->setDepartements($codes);
			case 'group':
				$group = Fields::text($value, $setting, 64);
				return $this->facilitation->mayBe($group)
					? static fn () => $network->setFacilitatorsGroup($group)
					: throw ReasonException::at('unknown_group', $setting);
			case 'library':
				$path = $this->library->check(Fields::text($value, $setting, LibraryFolder::LENGTH), $uid);
				$id = $this->library->id($path, $uid);
				return static fn () => $network->setLibrary($path, $id);
			case 'showcase':
				$allows = Input::flag($value ?? 'neither', $setting);
				return static fn () => $network->setAllowsShowcase($allows);
			case 'indexed':
				$indexed = Input::flag($value ?? 'neither', $setting);
				return static fn () => $network->setShowcaseIndexed($indexed);
			case 'frames':
				$origins = $this->origins(Fields::words($value, $setting, self::LIMITS['frames'], self::LIMITS['frame']));
				return static fn () => $network->setShowcaseFrames($origins);
			default:
				$preset = TeamPreset::tryFrom(Fields::text($value, $setting, 16)) ?? throw ReasonException::at('unknown_preset', $setting);
				return static fn () => $network->setTeamPreset($preset);
		}
	}

	/**
	 * @param list<string> $texts
	 * @return list<string> in lower case, each once
	 * @throws ReasonException bad_origin
	 */
	private function origins(array $texts): array {
		$origins = [];
		foreach ($texts as $i => $text) {
			$origin = rtrim(strtolower($text), '/');
			if (preg_match(self::ORIGIN, $origin) !== 1) {
				throw ReasonException::at('bad_origin', "frames.$i");
			}
			$origins[$origin] = true;
		}
		return array_keys($origins);
	}
}
