<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Kernel;

use OCP\AppFramework\Controller;
use OCP\AppFramework\Http\Attribute\FrontpageRoute;
use OCP\AppFramework\Http\Attribute\NoCSRFRequired;
use OCP\AppFramework\Http\NotFoundResponse;
use OCP\AppFramework\Http\Response;
use OCP\AppFramework\Http\TemplateResponse;
use OCP\IRequest;
use OCP\Settings\IIconSection;
use OCP\Settings\ISettings;
use OCP\SetupCheck\ISetupCheck;
use Sandbox\Service\Apps;

/** The administration settings, as far as the app has any, and under `overview` what its setup checks say. */
class AdminSettingsController extends Controller {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly Apps $apps,
		private readonly Registration $registration,
		private readonly Container $container,
	) {
		parent::__construct($appName, $request);
	}

	#[NoCSRFRequired]
	#[FrontpageRoute(verb: 'GET', url: '/settings/admin/{section}', root: '')]
	public function index(string $section): Response {
		$sections = array_map(fn (string $class): IIconSection => $this->container->get($class), $this->apps->settings('admin-section'));
		$named = array_filter($sections, static fn (IIconSection $one): bool => $one->getID() === $section);
		if ($named === [] && $section !== 'overview') {
			return new NotFoundResponse();
		}
		$forms = array_map(fn (string $class): ISettings => $this->container->get($class), $this->apps->settings('admin'));
		$here = array_filter($forms, static fn (ISettings $form): bool => $form->getSection() === $section);
		return new TemplateResponse('core', 'settings', [
			'pageTitle' => $named === [] ? '' : reset($named)->getName(),
			'sections' => $sections,
			'section' => $section,
			'forms' => array_map(static fn (ISettings $form): string => $form->getForm()->render(), $here),
			'checks' => $section === 'overview' ? array_map(fn (string $class): ISetupCheck => $this->container->get($class), $this->registration->setupChecks) : [],
		]);
	}
}
